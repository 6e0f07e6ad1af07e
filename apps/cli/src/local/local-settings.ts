import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Secrets of one local stack, made at its first start and kept, so that sessions and second factors survive a restart. */
export interface LocalSecrets {
  readonly APP_SECRET: string;
  readonly STRIPE_WEBHOOK_SECRET: string;
  readonly AUDIT_KEY: string;
}

export function localSecrets(folder: string): LocalSecrets {
  const file = join(folder, 'secrets.json');
  const fresh = {
    APP_SECRET: randomBytes(32).toString('hex'),
    STRIPE_WEBHOOK_SECRET: `whsec_${randomBytes(24).toString('hex')}`,
    AUDIT_KEY: randomBytes(32).toString('hex'),
  };
  const kept = { ...fresh, ...keptJson<Partial<LocalSecrets>>(file, () => fresh) };
  // A secret that is newer than the file is added to it, so that it too survives a restart.
  writeJson(file, kept);
  return kept;
}

/** How to sign in to the desk of a local stack. Kept in the clear, since it opens nothing else. */
export interface LocalStaff {
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

export const localStaffFile = (folder: string): string => join(folder, 'staff.json');

/** Reads a JSON file, or makes it first. */
export function keptJson<T>(file: string, make: () => T): T {
  if (!existsSync(file)) writeJson(file, make());
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}

export function writeJson(file: string, value: unknown): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, JSON.stringify(value, null, 2), { mode: 0o600 });
}
