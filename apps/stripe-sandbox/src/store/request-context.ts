import { AsyncLocalStorage } from 'node:async_hooks';

/** Which API request is being served; events name it, as Stripe's do. */
export interface ApiRequest {
  readonly id: string;
  readonly idempotencyKey: string | null;
}

export const apiRequest = new AsyncLocalStorage<ApiRequest>();
