import { hashSecret, newReference } from '@app/kernel';

/** How many an account has at once. */
export const RECOVERY_CODES = 10;
/** Characters of five bits: 120 bits, more than the 112 from which a plain hash is enough to keep a secret (ASVS 6.5.2). */
const CHARACTERS = 24;
/** Of codes that were handed out before November 2026. */
const EARLIER = 16;

/** New codes in groups of four, to be shown once: `7K3M-9QXT-…`. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => newReference('', CHARACTERS));

/** The form in which a code is kept, however it was typed; null when what was typed is no recovery code. */
export function recoveryCodeHash(typed: string): Buffer | null {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return [CHARACTERS, EARLIER].includes(letters.length) ? hashSecret(letters) : null;
}
