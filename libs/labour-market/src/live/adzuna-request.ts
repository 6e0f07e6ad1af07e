import type { Clock } from '@app/kernel';
import type { AdzunaSettings } from './adzuna-settings.js';
import { BodyTooLarge, readBounded } from './read-bounded.js';
import { retryAfterMs } from './retry-after.js';

export type Endpoint = 'search/1' | 'histogram' | 'top_companies' | 'history';

/** What one request came to. Reasons are our own words: never a URL, a header or a body, since those hold or may echo the key. */
export type RequestOutcome =
  | { readonly kind: 'answered'; readonly json: unknown }
  /** Worth another try. `retryAfterMs` when the source named a time. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs: number | null }
  /** The same again would fare the same. `keyRefused` concerns every question, `ours` only this one. */
  | { readonly kind: 'refused'; readonly reason: string; readonly because: 'keyRefused' | 'answer' | 'ours' };

/** One GET to the API, bounded in time and size. Never throws. */
export async function adzunaRequest(
  settings: AdzunaSettings,
  clock: Clock,
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string>>,
  patience: AbortSignal,
): Promise<RequestOutcome> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(addressOf(settings, endpoint, parameters), {
      headers: { accept: 'application/json' },
      // The key is in the address, so it must not follow a redirect to another host.
      redirect: 'manual',
      signal: AbortSignal.any([AbortSignal.timeout(settings.timeoutMs), patience]),
    });
    if (response.status !== 200) {
      await response.body?.cancel();
      return outcomeOfStatus(response, clock);
    }
    text = await readBounded(response, settings.largestBody);
  } catch (error) {
    if (error instanceof BodyTooLarge) return { kind: 'refused', reason: error.message, because: 'answer' };
    return { kind: 'failed', reason: reasonOf(error), retryAfterMs: null };
  }
  try {
    return { kind: 'answered', json: JSON.parse(text) as unknown };
  } catch {
    return { kind: 'refused', reason: 'the answer is not JSON', because: 'answer' };
  }
}

function addressOf(
  settings: AdzunaSettings,
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string>>,
): URL {
  const address = new URL(`/v1/api/jobs/gb/${endpoint}`, settings.url);
  address.search = new URLSearchParams({
    app_id: settings.appId,
    app_key: settings.appKey,
    ...parameters,
    'content-type': 'application/json',
  }).toString();
  return address;
}

function outcomeOfStatus({ status, headers }: Response, clock: Clock): RequestOutcome {
  const reason = `status ${status}`;
  if (status === 401 || status === 403) return { kind: 'refused', reason, because: 'keyRefused' };
  if (status === 429 || status >= 500)
    return { kind: 'failed', reason, retryAfterMs: retryAfterMs(headers.get('retry-after'), clock.now()) };
  // A redirect or an odd success means another service answers there; other 4xx are about this question.
  return { kind: 'refused', reason, because: status >= 400 ? 'ours' : 'answer' };
}

/** The system's name for what went wrong, such as ECONNREFUSED. The messages of errors may hold the address and with it the key. */
function reasonOf(error: unknown): string {
  const name = property(error, 'name');
  if (name === 'TimeoutError' || name === 'AbortError') return 'no answer in time';
  const code = property(property(error, 'cause'), 'code');
  return typeof code === 'string' && /^[A-Z_]{1,40}$/.test(code) ? code : 'connection failed';
}

const property = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
