import { createHash, randomBytes, randomInt, randomUUID } from 'node:crypto';
import type { Brand } from './brand.js';

/** A UUID that names one kind of thing, for example `Id<'Order'>`. */
export type Id<Kind extends string> = Brand<string, Kind>;

export const newId = <Kind extends string>(): Id<Kind> => randomUUID() as string as Id<Kind>;

/** Crockford's alphabet: no I, L, O or U, so a code can be read out over the telephone. */
const READABLE = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * A code for people to read, in groups of four: `newReference('PW', 8)` → `PW-7K3M-9QXT`. Five bits a character.
 * It names a thing; unless it is 13 characters or longer (65 bits) it must not be enough to open it.
 */
export function newReference(prefix: string, characters: number): string {
  const code = Array.from({ length: characters }, () => READABLE[randomInt(READABLE.length)]).join('');
  return [prefix, ...(code.match(/.{1,4}/g) ?? [])].filter(Boolean).join('-');
}

/** An unguessable 256-bit secret for a link, URL-safe. Store only {@link hashSecret} of it. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** SHA-256 of a secret as bytes, the form in which secrets are kept at rest. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret, 'utf8').digest();
