/** A message that waits in the mailbox. */
export interface WaitingMessage {
  readonly id: string;
  readonly raw: Buffer;
}

/** Where mail servers send what they could not deliver after all. */
export abstract class BounceMailbox {
  /** The messages that nobody has dealt with yet, at most `limit`. */
  abstract waiting(limit: number): Promise<readonly WaitingMessage[]>;
  /** This one is dealt with, and kept as read. A repeat changes nothing. */
  abstract done(id: string): Promise<void>;
}
