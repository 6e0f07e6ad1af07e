import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedServer } from '@app/database';
import { type StaffRole, StaffService } from '@app/staff';
import { withApplication } from '../../../apps/cli/src/commands/with-application.js';
import type { LocalStack } from '../../../apps/cli/src/local/local-stack.js';
import { freshStack } from '../../support/fresh-stack.js';
import { readEarlier } from './earlier-drafts.js';

export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
}

/** The whole product, the rights of its database's owner, and the people at its desk. */
export interface MorningStack {
  readonly stack: LocalStack;
  /** The owner of the database, whom no trigger holds when `session_replication_role` says so: how a fault gets in that the product itself never makes. */
  readonly owner: pg.Client;
  readonly reviewers: readonly Account[];
  readonly stop: () => Promise<void>;
}

/** Two experienced reviewers: of green drafts only those drawn need a second person, and they have read drafts before. Both may approve second. */
const REVIEWERS: readonly { readonly name: string; readonly roles: StaffRole[] }[] = [
  { name: 'Ana Brandt', roles: ['reviewer', 'approver'] },
  { name: 'Ben Osei', roles: ['reviewer', 'approver', 'manager'] },
];

export async function startMorning(): Promise<MorningStack> {
  const folder = mkdtempSync(join(tmpdir(), 'morning-'));
  const database = await startEmbeddedServer(join(folder, 'postgres'), { lasting: false });
  let stack: LocalStack | undefined;
  const owner = new pg.Client({ connectionString: database.url });
  const stop = async (): Promise<void> => {
    await stack?.stop();
    await owner.end().catch(() => undefined);
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    stack = await freshStack({
      DATABASE_URL: database.applicationsUrl,
      MIGRATION_DATABASE_URL: database.url,
      SECOND_APPROVAL_FIRST: '0',
      SECOND_APPROVAL_PERCENT: '10',
    });
    await owner.connect();
    return { stack, owner, reviewers: await accounts(stack.environment), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const accounts = (environment: NodeJS.ProcessEnv): Promise<Account[]> =>
  withApplication(environment, async (app) => {
    const made: Account[] = [];
    for (const { name, roles } of REVIEWERS) {
      const email = `${name.split(' ')[0]?.toLowerCase()}@pivotwise.example`;
      const password = randomBytes(12).toString('base64url');
      const { staff, totpSecret } = await app.get(StaffService).create({ email, name, password, roles });
      await readEarlier(app, staff.id);
      made.push({ name, email, password, totpSecret });
    }
    return made;
  });
