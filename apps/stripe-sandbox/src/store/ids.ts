import { randomInt } from 'node:crypto';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

const random = (length: number): string =>
  Array.from({ length }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** An id in Stripe's manner: the prefix that names the kind, then random letters and digits. */
export const newId = (prefix: string): string => `${prefix}_${random(24)}`;

/** Checkout Session ids are longer, since the pay page's address is all that protects it. */
export const newSessionId = (): string => `cs_test_${random(58)}`;

export const newSecretFor = (id: string): string => `${id}_secret_${random(24)}`;

/** The id of what may be an id, the object itself, or nothing (then empty, which names no object). */
export const idOf = (value: string | { readonly id: string } | null | undefined): string =>
  typeof value === 'string' ? value : (value?.id ?? '');
