import { createHash } from 'node:crypto';
import { stableJson } from '@app/kernel';

/** Crockford's alphabet, as in the references of orders. */
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHARACTERS = 10;

/**
 * The reference of a message, from its form and its words: sending the same form twice is one message, and a form that was
 * changed before it was sent again is another, so that neither is lost. 50 bits.
 */
export function messageReference(prefix: string, message: object): string {
  const hash = createHash('sha256').update(stableJson(message)).digest();
  const code = Array.from(hash.subarray(0, CHARACTERS), (byte) => READABLE[byte % READABLE.length]).join('');
  return [prefix, ...(code.match(/.{1,4}/g) ?? [])].join('-');
}
