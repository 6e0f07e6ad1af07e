import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { Audit, AuditKeys, auditEntities } from '@app/audit';
import { Passkeys } from './second-factors/passkeys.js';
import { replaceRecoveryCodes } from './second-factors/recovery-code.store.js';
import { newRecoveryCodes, recoveryCodeHash } from './second-factors/recovery-codes.js';
import { slowWork } from './second-factors/passwords.js';
import { SecondFactors } from './second-factors/second-factors.js';
import { LockOut } from './sign-in/lock-out.js';
import { SignInService } from './sign-in/sign-in.service.js';
import { Staff } from './staff.entity.js';
import { StaffService } from './accounts/staff.service.js';
import { StaffSessions } from './sign-in/staff-sessions.js';
import { staffEntities } from './staff.module.js';
import { totpAt } from './second-factors/totp.js';

const PASSWORD = 'correct horse battery';
const MINUTE = 60_000;

let database: TestDatabase;
let clock: FakeClock;
let accounts: StaffService;
let sessions: StaffSessions;
let signIns: SignInService;
let secret: string;
let staffId: string;
let email: string;
let made = 0;

beforeAll(async () => {
  database = await createTestDatabase([...auditEntities, ...staffEntities]);
});
afterAll(() => database.drop());

/** Each test has a clock and an account of its own. */
beforeEach(async () => {
  clock = new FakeClock();
  const { source } = database;
  const audit = new Audit(source, clock, new AuditKeys(testEnvironment()));
  const environment = testEnvironment();
  const lockOut = new LockOut(environment, clock);
  accounts = new StaffService(source, environment, lockOut, audit, clock);
  sessions = new StaffSessions(source, clock);
  const factors = new SecondFactors(environment, new Passkeys(source, environment, clock), clock);
  signIns = new SignInService(source, sessions, factors, lockOut, audit);
  await signIns.onModuleInit();
  await source.query('delete from staff_sign_in_failures');
  email = `ana-${(made += 1)}@example.org`;
  const account = await accounts.create({
    email: email.toUpperCase(),
    name: 'Ana',
    password: PASSWORD,
    roles: ['reviewer'],
  });
  secret = account.totpSecret;
  staffId = account.staff.id;
});

interface Try {
  readonly email?: string;
  readonly password?: string;
  readonly code?: string;
  readonly previousToken?: string;
  readonly ipAddress?: string;
}
const tryWith = async ({
  email: as = email,
  password = PASSWORD,
  code,
  previousToken,
  ipAddress = '192.0.2.1',
}: Try = {}): Promise<string> =>
  await signIns.signIn({
    email: as,
    password,
    code: code ?? (await totpAt(secret, clock.now())),
    ipAddress,
    previousToken,
  });

describe('signing in', () => {
  it('needs the password and the code, and opens a session', async () => {
    const staff = await sessions.find(await tryWith());
    expect(staff).toMatchObject({ name: 'Ana', roles: ['reviewer'] });
    expect(staff?.permissions.has('reviews.decide')).toBe(true);
    expect(staff?.permissions.has('audit.read')).toBe(false);
  });

  it.each<[string, Try]>([
    ['a wrong password', { password: 'wrong horse battery' }],
    ['a wrong code', { code: '000000' }],
    ['no code', { code: '' }],
    ['an unknown email', { email: 'bob@example.org' }],
  ])('answers the same to %s', async (_name, attempt) => {
    await expect(tryWith(attempt)).rejects.toMatchObject({
      code: 'sign_in_refused',
      message: expect.stringContaining('The email, the password or the code is not right.'),
    });
  });

  it('does not take a code twice, not even in two requests at once', async () => {
    const results = await Promise.allSettled([tryWith(), tryWith(), tryWith()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(tryWith()).rejects.toMatchObject({ code: 'sign_in_refused' });
    clock.advance(30_000);
    await expect(tryWith()).resolves.toBeTruthy();
  });

  it('takes a code of the step before or after, no older', async () => {
    const before = await totpAt(secret, new Date(clock.now().getTime() - 60_000));
    await expect(tryWith({ code: before })).rejects.toMatchObject({ code: 'sign_in_refused' });
    const late = await totpAt(secret, new Date(clock.now().getTime() - 30_000));
    await expect(tryWith({ code: `${late.slice(0, 3)} ${late.slice(3)}` })).resolves.toBeTruthy();
  });

  it('closes an account for 15 minutes after five wrong tries, even to the right answer from there', async () => {
    for (let n = 0; n < 5; n += 1) await expect(tryWith({ password: 'wrong' })).rejects.toThrow();
    clock.advance(14 * MINUTE);
    await expect(tryWith()).rejects.toMatchObject({ code: 'sign_in_refused' });
    clock.advance(2 * MINUTE);
    await expect(tryWith()).resolves.toBeTruthy();
    expect(await database.source.query('select 1 from staff_sign_in_failures')).toEqual([]);
  });

  it('lets no crowd of tries past the lock', async () => {
    const wrong = Array.from({ length: 8 }, () => tryWith({ password: 'wrong' }));
    await Promise.allSettled(wrong);
    await expect(tryWith()).rejects.toMatchObject({ code: 'sign_in_refused' });
  });

  it('forgets wrong tries after a right one', async () => {
    for (let n = 0; n < 4; n += 1) await expect(tryWith({ password: 'wrong' })).rejects.toThrow();
    await tryWith();
    await expect(tryWith({ password: 'wrong' })).rejects.toThrow();
    clock.advance(MINUTE);
    await expect(tryWith()).resolves.toBeTruthy();
  });
});

describe('a colleague who guesses', () => {
  const wrong = (ipAddress: string): Promise<unknown> =>
    tryWith({ password: 'wrong', ipAddress }).catch(() => undefined);

  it('shuts nobody out: the account is closed to the place of the wrong tries alone', async () => {
    for (let n = 0; n < 8; n += 1) await wrong('198.51.100.7');
    await expect(tryWith({ ipAddress: '198.51.100.7' })).rejects.toMatchObject({ code: 'sign_in_refused' });
    await expect(tryWith({ ipAddress: '192.0.2.1' })).resolves.toBeTruthy();
  });

  it('gets nothing from many places either: unknown ones are closed, the usual place is not', async () => {
    await tryWith();
    for (let n = 0; n < 50; n += 1) await wrong(`198.51.100.${Math.floor(n / 4)}`);
    clock.advance(MINUTE);
    await expect(tryWith({ ipAddress: '203.0.113.5' })).rejects.toMatchObject({ code: 'sign_in_refused' });
    await expect(tryWith()).resolves.toBeTruthy();
    clock.advance(61 * MINUTE);
    await expect(tryWith({ ipAddress: '203.0.113.5' })).resolves.toBeTruthy();
  });

  it('counts a household’s IPv6 addresses as one place', async () => {
    for (let n = 0; n < 5; n += 1) await wrong(`2001:db8:0:1::${n}`);
    await expect(tryWith({ ipAddress: '2001:db8:0:1::99' })).rejects.toMatchObject({
      code: 'sign_in_refused',
    });
    await expect(tryWith({ ipAddress: '2001:db8:0:2::99' })).resolves.toBeTruthy();
  });

  it('leaves a way in from the closed place: a recovery code, once, and only with the password', async () => {
    const [code = '', second = ''] = newRecoveryCodes();
    const hashes = [code, second].map(recoveryCodeHash).filter((hash) => hash !== null);
    await replaceRecoveryCodes(database.source.manager, staffId, hashes, clock.now());
    for (let n = 0; n < 6; n += 1) await wrong('192.0.2.1');
    await expect(tryWith({ code, password: 'wrong' })).rejects.toThrow();
    const typed = code.toLowerCase().replaceAll('-', ' ');
    const tries = await Promise.allSettled([tryWith({ code: typed }), tryWith({ code })]);
    expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(tryWith({ code: newRecoveryCodes()[0] ?? '' })).rejects.toThrow();
    await expect(tryWith({ code: second })).resolves.toBeTruthy();
  });
});

describe('an unknown address', () => {
  /** The statements of a wrong try, and how often a password was hashed. */
  async function work(attempt: Try): Promise<{ statements: string[]; hashed: number }> {
    const statements: string[] = [];
    const { logger } = database.source;
    const quiet = (): void => undefined;
    database.source.logger = {
      logQuery: (query) => void statements.push(query),
      logQueryError: quiet,
      logQuerySlow: quiet,
      logSchemaBuild: quiet,
      logMigration: quiet,
      log: quiet,
    };
    const hashing = vi.spyOn(slowWork, 'verify');
    await expect(tryWith(attempt)).rejects.toThrow();
    database.source.logger = logger;
    const hashed = hashing.mock.calls.length;
    hashing.mockRestore();
    return { statements, hashed };
  }

  it.each<[string, Try]>([
    ['a code', { password: 'wrong', code: '123456' }],
    ['a recovery code', { password: 'wrong', code: '0000-0000-0000-0000' }],
  ])('costs the same work as a known one, with %s', async (_name, attempt) => {
    const known = await work(attempt);
    const unknown = await work({ ...attempt, email: 'nobody@example.org' });
    expect(unknown).toEqual(known);
    expect([known.hashed, known.statements.length > 5]).toEqual([1, true]);
  });
});

describe('a session', () => {
  it('ends after 30 idle minutes, but not while it is used', async () => {
    const token = await tryWith();
    for (let n = 0; n < 3; n += 1) {
      clock.advance(29 * MINUTE);
      expect(await sessions.find(token)).not.toBeNull();
    }
    clock.advance(31 * MINUTE);
    expect(await sessions.find(token)).toBeNull();
  });

  it('ends after 12 hours whatever happens', async () => {
    const token = await tryWith();
    for (let n = 0; n < 12 * 3 - 1; n += 1) {
      clock.advance(20 * MINUTE);
      expect(await sessions.find(token)).not.toBeNull();
    }
    clock.advance(20 * MINUTE);
    expect(await sessions.find(token)).toBeNull();
  });

  it('is replaced by signing in again, and ends by signing out', async () => {
    const first = await tryWith();
    clock.advance(MINUTE);
    const second = await tryWith({ previousToken: first });
    expect([await sessions.find(first), (await sessions.find(second))?.name]).toEqual([null, 'Ana']);
    await signIns.signOut(second, staffId, '192.0.2.1');
    expect(await sessions.find(second)).toBeNull();
  });

  it('can be revoked with all others of an account, and does not outlive the account', async () => {
    const first = await tryWith();
    clock.advance(MINUTE);
    const second = await tryWith();
    expect(await sessions.revokeAll(database.source.manager, staffId)).toBe(2);
    expect([await sessions.find(first), await sessions.find(second)]).toEqual([null, null]);
    clock.advance(MINUTE);
    const third = await tryWith();
    await database.source.manager.update(Staff, { id: staffId }, { disabledAt: clock.now() });
    expect(await sessions.find(third)).toBeNull();
    clock.advance(MINUTE);
    await expect(tryWith()).rejects.toMatchObject({ code: 'sign_in_refused' });
  });

  it('is kept as a hash only, and so are passwords; second-factor secrets are sealed', async () => {
    const token = await tryWith();
    const rows = JSON.stringify(
      await database.source.query('select encode(token_hash, $1) as hash, s.* from staff_sessions, staff s', [
        'escape',
      ]),
    );
    for (const kept of [token, PASSWORD, secret]) expect(rows).not.toContain(kept);
    expect(rows).toContain('$argon2id$');
  });
});

describe('accounts', () => {
  it('refuse a second account for an email, unknown roles and weak passwords', async () => {
    const input = { email, name: 'Ana', password: PASSWORD, roles: ['reviewer'] as const };
    await expect(accounts.create(input)).rejects.toMatchObject({ code: 'staff_exists' });
    await expect(
      accounts.create({ ...input, email: 'b@example.org', roles: ['king' as never] }),
    ).rejects.toMatchObject({ code: 'staff_invalid' });
    for (const password of ['short', 'Password2026!', 'example.org12'])
      await expect(accounts.create({ ...input, email: 'b@example.org', password })).rejects.toMatchObject({
        code: 'password_unfit',
      });
  });
});
