/** An error body as Stripe words it: `{ error: { type, code, param, message, … } }`. */
export interface StripeErrorBody {
  readonly type:
    'api_error' | 'card_error' | 'idempotency_error' | 'invalid_request_error' | 'rate_limit_error';
  readonly message: string;
  readonly code?: string;
  readonly param?: string;
  readonly doc_url?: string;
}

/** A refusal by the API. `stored` says whether an idempotency key keeps it: Stripe forgets requests that never began. */
export class StripeApiError extends Error {
  readonly body: { readonly error: StripeErrorBody };

  constructor(
    readonly status: number,
    error: StripeErrorBody,
    readonly stored = false,
  ) {
    super(error.message);
    const docs = error.code && {
      doc_url: `https://stripe.com/docs/error-codes/${error.code.replaceAll('_', '-')}`,
    };
    this.body = { error: { ...error, ...docs } };
  }
}

export const invalidRequest = (message: string, param?: string, code?: string): StripeApiError =>
  new StripeApiError(400, {
    type: 'invalid_request_error',
    message,
    ...(code && { code }),
    ...(param && { param }),
  });

/** A refusal after the work began, by the state of an object rather than the shape of the request. */
export const refused = (message: string, code: string, param?: string): StripeApiError =>
  new StripeApiError(400, { type: 'invalid_request_error', message, code, ...(param && { param }) }, true);

/** @param status 404 for an id in the address, 400 for one in the parameters. */
export const noSuch = (object: string, id: string, param: string, status: 400 | 404 = 400): StripeApiError =>
  new StripeApiError(status, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${object}: '${id}'`,
    param,
  });

export const unauthorised = (message: string): StripeApiError =>
  new StripeApiError(401, { type: 'invalid_request_error', message });
