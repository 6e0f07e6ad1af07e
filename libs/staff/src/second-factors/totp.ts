import { generate, generateSecret, generateURI, verify } from 'otplib';

/** Length of a step and how far a code may be off, in seconds: one step either way, for clocks that differ. */
const STEP = 30;
const TOLERANCE = 30;

/** Separates second-factor secrets from everything else that APP_SECRET seals. */
export const TOTP_PURPOSE = 'staff.totp';

/** A new 160-bit secret in base32, as authenticator apps take it. */
export const newTotpSecret = (): string => generateSecret();

/** The address that an authenticator app reads from a QR code. */
export const otpauthUrl = (issuer: string, email: string, secret: string): string =>
  generateURI({ issuer, label: email, secret });

/**
 * Checks a six-digit code. @param afterStep the last step that was used; it and all before it are refused.
 * @returns the step the code belongs to, to be stored as used; null when the code is wrong, too old or used already.
 */
export async function totpStep(
  secret: string,
  code: string,
  at: Date,
  afterStep: number,
): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const result = await verify({ secret, token, epoch: seconds(at), epochTolerance: TOLERANCE });
  if (!result.valid || !('timeStep' in result)) return null;
  return result.timeStep > afterStep ? result.timeStep : null;
}

/** The code an authenticator app would show at `at`. For the command line and tests, which stand in for a person's telephone. */
export const totpAt = (secret: string, at: Date): Promise<string> =>
  generate({ secret, epoch: seconds(at), period: STEP });

/** The code an authenticator app shows now. */
export const currentTotp = (secret: string): Promise<string> => generate({ secret, period: STEP });

const seconds = (at: Date): number => Math.floor(at.getTime() / 1_000);
