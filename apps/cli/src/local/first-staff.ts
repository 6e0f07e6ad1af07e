import { existsSync } from 'node:fs';
import { readFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { type LocalStaff, localStaffFile, writeJson } from './local-settings.js';

/** The first account of a local desk, made once. */
export async function ensureFirstStaff(folder: string, environment: NodeJS.ProcessEnv): Promise<LocalStaff> {
  const file = localStaffFile(folder);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as LocalStaff;
  const account = { email: 'reviewer@pivotwise.example', password: randomBytes(9).toString('base64url') };
  // Brings most of the product along, and is needed at the first start only.
  const { createStaff } = await import('../create-staff.js');
  const { totpSecret } = await createStaff(environment, {
    ...account,
    name: 'Robin Reviewer',
    roles: ['reviewer', 'approver', 'manager', 'support', 'auditor', 'admin'],
  });
  const staff = { ...account, totpSecret };
  writeJson(file, staff);
  return staff;
}
