import { type DynamicModule, Global, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Environment } from '@app/config';
import { DatabaseModule } from '@app/database';
import { CLOCK, newId } from '@app/kernel';
import { StaffService, type StaffRole, totpAt } from '@app/staff';
import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { createDesk } from './create-desk.js';
import { DeskPagesModule } from './desk-pages.module.js';
import { Visitor } from './visitor.builder.js';

export const PASSWORD = 'correct horse battery';

@Global()
@Module({})
class Settings {}

/** A whole desk on a database and a clock of its own. For tests only. */
export interface TestDesk {
  readonly app: NestFastifyApplication;
  readonly database: TestDatabase;
  readonly clock: FakeClock;
  /** Every route the server knows. */
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  /** A browser in which a new account with these roles has signed in. */
  readonly signedIn: (...roles: StaffRole[]) => Promise<Visitor>;
  readonly stop: () => Promise<void>;
}

/** @param beside the database and clock of an application that runs already; without it the desk has its own. */
export async function startDesk(
  beside?: Pick<TestDesk, 'database' | 'clock'>,
  settings: Parameters<typeof testEnvironment>[0] = {},
  logTo?: Parameters<typeof createDesk>[2],
): Promise<TestDesk> {
  const database = beside?.database ?? (await createTestDatabase());
  const clock = beside?.clock ?? new FakeClock();
  const environment = testEnvironment({ DATABASE_URL: database.url, DATABASE_POOL: '4', ...settings });
  const provided: DynamicModule = {
    module: Settings,
    providers: [
      { provide: Environment, useValue: environment },
      { provide: CLOCK, useValue: clock },
    ],
    exports: [Environment, CLOCK],
  };
  class Root {}
  const root = { module: Root, imports: [provided, DatabaseModule.forRoot(), DeskPagesModule] };
  const app = await createDesk(environment, root, logTo);
  const routes: { method: string; url: string }[] = [];
  const server = app.getHttpAdapter().getInstance();
  server.addHook(
    'onRoute',
    ({ method, url }) => void [method].flat().forEach((one) => routes.push({ method: one, url })),
  );
  await app.init();
  await server.ready();

  let made = 0;
  const signedIn = async (...roles: StaffRole[]): Promise<Visitor> => {
    made += 1;
    // Several desks may stand on one database.
    const email = `staff-${newId()}@example.org`;
    const { totpSecret } = await app
      .get(StaffService)
      .create({ email, name: `Staff ${made}`, password: PASSWORD, roles });
    const visitor = new Visitor(app);
    await visitor.open('/sign-in');
    const answer = await visitor.send('/sign-in', {
      email,
      password: PASSWORD,
      code: await totpAt(totpSecret, clock.now()),
    });
    if (answer.status !== 303) throw new Error(`signing in answered ${answer.status}`);
    return visitor;
  };
  const stop = async (): Promise<void> => {
    await app.close();
    if (!beside) await database.drop();
  };
  return { app, database, clock, routes, signedIn, stop };
}
