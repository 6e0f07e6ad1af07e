/** One attempt to hand an event to the webhook endpoint. */
export interface Delivery {
  readonly id: string;
  readonly event: string;
  readonly type: string;
  readonly url: string;
  readonly attempt: number;
  /** `dropped` was never sent, by order of the control API. */
  readonly outcome: 'delivered' | 'failed' | 'dropped';
  readonly httpStatus: number | null;
  readonly error: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}
