/**
 * A refusal that the product knows. `code` is stable and decides the HTTP status and page (one table in `@app/http`);
 * `message` is for people and may change; `details` may reach logs and problem documents, so it never holds personal data.
 */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}
