import { createHmac } from 'node:crypto';
import type { Switches } from './webhook-switches.js';

const HOUR = 3_600;

/**
 * The `Stripe-Signature` header: `t=<seconds>,v1=<HMAC-SHA256 of "t.payload">`. Null when it shall be missing.
 * The time is the real one, never the sandbox's advanced clock, since the receiver compares it with its own.
 */
export function signatureFor(payload: string, secret: string, kind: Switches['signature']): string | null {
  if (kind === 'missing') return null;
  const time = Math.floor(Date.now() / 1000) - (kind === 'stale' ? HOUR : 0);
  const key = kind === 'wrong' ? `${secret}_other` : secret;
  return `t=${time},v1=${createHmac('sha256', key).update(`${time}.${payload}`).digest('hex')}`;
}
