/** How far the work on an order has come, as its status page tells it. A missing time means: not yet. */
export interface Progress {
  /** The draft is written and waits for its reviewer. */
  readonly drafted?: Date;
  /** A reviewer has it in hand, holds it, or has sent it back to be written anew. */
  readonly review?: 'waiting' | 'in_hand' | 'held' | 'returned';
  readonly approved?: Date;
  /** When the email with the blueprint goes out. */
  readonly sending?: Date;
  /** The email did not get through; a person is looking into it. */
  readonly trouble?: boolean;
  /** The mail server would not take it: the approved file waits to be downloaded. */
  readonly refused?: boolean;
}

/** What the status page asks of blueprint, review and delivery. */
export abstract class OrderProgress {
  abstract of(orderId: string): Promise<Progress>;
}
