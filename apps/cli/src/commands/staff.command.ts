import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { currentTotp, type StaffRole } from '@app/staff';
import { projectPath } from '@app/config';
import { type LocalStaff, localStaffFile } from '../local/local-settings.js';
import { createStaff } from '../create-staff.js';

export function registerStaffCommands(program: Command): void {
  const staff = program.command('staff').description('accounts of the review desk');
  staff
    .command('create')
    .description('make an account in the database of DATABASE_URL; the password is read from STAFF_PASSWORD')
    .requiredOption('--email <email>')
    .requiredOption('--name <name>')
    .requiredOption('--role <role...>', 'reviewer, approver, manager, support, auditor, admin')
    .action(async ({ email, name, role }: { email: string; name: string; role: StaffRole[] }) => {
      const password = process.env['STAFF_PASSWORD'];
      if (!password)
        throw new Error(
          'Set STAFF_PASSWORD to the first password of the account (it is not taken as an argument, which others could see).',
        );
      const { otpauthUrl } = await createStaff({}, { email, name, password, roles: role });
      console.log(
        `Made the account ${email}. Add this to an authenticator app now; it is not shown again:\n${otpauthUrl}`,
      );
    });
  staff
    .command('code')
    .description('the current second-factor code of the local account')
    .action(async () => {
      const { email, password, totpSecret } = JSON.parse(
        readFileSync(localStaffFile(projectPath('.local')), 'utf8'),
      ) as LocalStaff;
      console.log(`${email}\npassword ${password}\ncode     ${await currentTotp(totpSecret)}`);
    });
}
