import { createHash } from 'node:crypto';
import type { Brand } from './brand.js';

/** SHA-256 as 64 lower-case hexadecimal characters. */
export type Sha256 = Brand<string, 'Sha256'>;

export const sha256 = (bytes: Uint8Array | string): Sha256 =>
  createHash('sha256').update(bytes).digest('hex') as Sha256;

/** JSON with object keys in order, so that equal values give equal text and equal hashes. `undefined` members are left out. */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
      : inner,
  );
}
