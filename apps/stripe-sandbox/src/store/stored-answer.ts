/** The answer kept for an idempotency key, so that a repeat gets the same one. */
export interface StoredAnswer {
  /** The idempotency key. */
  readonly id: string;
  /** Method, path and body in one canonical form. */
  readonly request: string;
  readonly status: number;
  readonly body: string;
}
