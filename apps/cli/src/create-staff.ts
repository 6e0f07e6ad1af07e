import { type StaffRole, StaffService } from '@app/staff';
import { withApplication } from './commands/with-application.js';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: StaffRole[];
}

/** Makes a staff account. The secret is shown once: it is sealed at rest. */
export async function createStaff(
  environment: NodeJS.ProcessEnv,
  staff: NewStaff,
): Promise<{ totpSecret: string; otpauthUrl: string }> {
  return await withApplication(environment, async (app) => await app.get(StaffService).create(staff));
}
