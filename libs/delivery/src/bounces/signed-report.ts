import { createHmac, timingSafeEqual } from 'node:crypto';

/** How far a report's time may lie from ours; milliseconds. */
const TOLERANCE_MS = 5 * 60_000;

/** The three headers of a signed report, by the convention of standardwebhooks.com. */
export interface ReportHeaders {
  /** `webhook-id`: the same for every repeat of one report. */
  readonly id: string;
  /** `webhook-timestamp`: when this was sent, seconds since 1970. */
  readonly timestamp: string;
  /** `webhook-signature`: one or more `v1,<Base64>`, separated by spaces, so that a secret can be changed without a gap. */
  readonly signature: string;
}

/**
 * Whether somebody who has the secret sent these bytes, and not long ago: HMAC-SHA256 of `<id>.<timestamp>.<body>`.
 * @param secret `whsec_` and the key in Base64.
 */
export function isSigned(
  secret: string,
  rawBody: Buffer,
  { id, timestamp, signature }: ReportHeaders,
  now: Date,
): boolean {
  if (!/^\S{1,200}$/.test(id) || !/^\d{1,12}$/.test(timestamp)) return false;
  if (Math.abs(now.getTime() - Number(timestamp) * 1_000) > TOLERANCE_MS) return false;
  const signed = createHmac('sha256', Buffer.from(secret.replace(/^whsec_/, ''), 'base64'))
    .update(`${id}.${timestamp}.`)
    .update(rawBody)
    .digest();
  return signature
    .split(' ')
    .filter((each) => each.startsWith('v1,'))
    .map((each) => Buffer.from(each.slice(3), 'base64'))
    .some((given) => given.byteLength === signed.byteLength && timingSafeEqual(given, signed));
}
