import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { readEnvironment } from '@app/config';
import { createTestDatabase, PRODUCTION, tamper, type TestDatabase } from '@app/testing';
import { examine } from '../../apps/cli/src/doctor.js';
import { UNSAFE } from '../support/safety/unsafe-settings.js';

/** Starts the real main of an app with these settings and nothing else. @returns what it said as it refused. */
async function refusalOf(app: string, settings: Readonly<Record<string, string>>): Promise<string> {
  try {
    await promisify(execFile)(
      process.execPath,
      ['--no-warnings', '--import', './test/bench/typescript.js', `apps/${app}/src/main.ts`],
      { env: { PATH: process.env['PATH'], ...settings }, timeout: 200_000 },
    );
  } catch (error) {
    const { code, stderr } = error as { code: unknown; stderr: string };
    if (code === 1) return stderr;
    throw error;
  }
  throw new Error(`${app} started and ended by itself`);
}

describe('production', () => {
  it('starts with safe settings', () => {
    expect(readEnvironment(PRODUCTION).problems).toEqual([]);
    expect(
      readEnvironment({ ...PRODUCTION, SMTP_URL: 'smtp://mail.pivotwise.co.uk', SMTP_TLS: 'starttls' })
        .problems,
    ).toEqual([]);
  });

  it.each(UNSAFE)('refuses %s, by name and without the value', (_what, change, words) => {
    const { problems } = readEnvironment({ ...PRODUCTION, ...change });
    expect(problems.join('\n')).toMatch(words);
    const [value = ''] = Object.values(change);
    if (value.length > 20) expect(problems.join('\n')).not.toContain(value);
  });

  it('is refused by the real main of every app, which says all of it at once', async () => {
    const worst = Object.assign({}, PRODUCTION, ...UNSAFE.map(([, change]) => change)) as Record<
      string,
      string
    >;
    const apps = ['site', 'desk', 'worker'];
    for (const said of await Promise.all(apps.map((app) => refusalOf(app, worst))))
      for (const name of ['STRIPE_SECRET_KEY', 'SELLER_NAME', 'MAIL_FROM', 'TRUSTED_PROXIES', 'DATABASE_URL'])
        expect(said).toContain(name);
    // Three Node processes compile what they read, on a machine that may be busy.
  }, 240_000);
});

describe('the doctor', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database?.drop());

  it('finds nothing where nothing stands in the way', async () => {
    expect(await examine({ ...PRODUCTION, DATABASE_URL: database.url })).toEqual([]);
  });

  it('says all that is wrong at once, each with what to do', async () => {
    for (const [, change, words] of UNSAFE.filter(([, change]) => !('MIGRATION_DATABASE_URL' in change)))
      expect(
        (
          await examine({ ...PRODUCTION, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', ...change })
        ).join('\n'),
      ).toMatch(words);
    const all = await examine({ NODE_ENV: 'production' });
    for (const name of [
      'DATABASE_URL is missing',
      'APP_SECRET is missing',
      'SITE_URL',
      'TRUSTED_PROXIES',
      'SELLER_NAME',
    ])
      expect(all.join('\n')).toContain(name);
  });

  it('sees a database that is away, not migrated, or connected to as its owner or a superuser', async () => {
    const at = (url: string): Promise<string[]> => examine({ ...PRODUCTION, DATABASE_URL: url });
    expect(await at('postgres://nobody@127.0.0.1:1/none')).toEqual([
      expect.stringContaining('does not answer: start it'),
    ]);
    expect(await at(database.ownerUrl)).toEqual([
      expect.stringContaining('as a superuser: name a role of its own'),
    ]);
    await tamper(database.source, `delete from migrations where name like 'RecordsStay%'`);
    expect(await at(database.url)).toEqual([
      expect.stringContaining('not migrated: 1 to run: run `migrate`'),
    ]);
  });
});
