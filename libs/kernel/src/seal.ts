import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { DomainError } from './domain-error.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts a small text for keeping at rest: AES-256-GCM under a key derived (HKDF-SHA-256) from the application's secret and a purpose.
 * @param purpose names what is sealed, for example `staff.totp`; a text sealed for one purpose cannot be opened for another.
 * @returns URL-safe text, different each time.
 */
export function seal(secret: string, purpose: string, text: string): string {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', keyFor(secret, purpose), iv);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url');
}

/** The text that {@link seal} was given, by the first of these secrets that opens it. @throws DomainError `seal_broken` when it was altered or sealed with another secret or purpose. */
export function unseal(secrets: string | readonly string[], purpose: string, sealed: string): string {
  for (const secret of typeof secrets === 'string' ? [secrets] : secrets) {
    const text = opened(secret, purpose, sealed);
    if (text !== null) return text;
  }
  throw new DomainError(
    'seal_broken',
    'A sealed value could not be opened: it was altered, or APP_SECRET has changed and APP_OLD_SECRETS does not name the one before.',
    { purpose },
  );
}

function opened(secret: string, purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyFor(secret, purpose), bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString(
      'utf8',
    );
  } catch {
    return null;
  }
}

const keyFor = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
