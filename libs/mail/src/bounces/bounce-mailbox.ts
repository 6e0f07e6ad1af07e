/** A message that waits in the mailbox. */
export interface WaitingMessage {
  readonly id: string;
  readonly raw: Buffer;
}

/** Reports are small, and what they quote of our email stands at its beginning: more than this is not read of any. Bytes. */
export const LARGEST_READ = 1_000_000;

/** Where mail servers send what they could not deliver after all. */
export abstract class BounceMailbox {
  /**
   * Gives the messages that nobody has dealt with yet to `handle`, oldest first, one after another and at most `limit`. One is marked as read
   * once it has been handled, and kept: what is cut off in between is given out again.
   * @throws whatever `handle` throws, with that message unread; DomainError `mailbox_refused`, `mailbox_unreachable`.
   */
  abstract each(limit: number, handle: (message: WaitingMessage) => Promise<void>): Promise<void>;
}

/** Where none is set up: nothing ever waits. */
export class NoMailbox extends BounceMailbox {
  each(): Promise<void> {
    return Promise.resolve();
  }
}
