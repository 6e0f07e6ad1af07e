import { createTestDatabase, FakeClock, type TestDatabase, testEnvironment } from '@app/testing';
import { Audit, auditEntities } from '@app/audit';
import { SignInService } from './sign-in.service.js';
import { Staff } from './staff.entity.js';
import { StaffService } from './staff.service.js';
import { StaffSessions } from './staff-sessions.js';
import { staffEntities } from './staff.module.js';
import { totpAt } from './totp.js';

const PASSWORD = 'correct horse battery';
const MINUTE = 60_000;

let database: TestDatabase;
let clock: FakeClock;
let accounts: StaffService;
let sessions: StaffSessions;
let signIns: SignInService;
let secret: string;
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
  const audit = new Audit(source, clock);
  accounts = new StaffService(source, testEnvironment(), audit, clock);
  sessions = new StaffSessions(source, clock);
  signIns = new SignInService(source, testEnvironment(), sessions, audit, clock);
  email = `ana-${(made += 1)}@example.org`;
  ({ totpSecret: secret } = await accounts.create({
    email: email.toUpperCase(),
    name: 'Ana',
    password: PASSWORD,
    roles: ['reviewer'],
  }));
});

interface Try {
  readonly email?: string;
  readonly password?: string;
  readonly code?: string;
  readonly previousToken?: string;
}
const tryWith = async ({
  email: as = email,
  password = PASSWORD,
  code,
  previousToken,
}: Try = {}): Promise<string> =>
  await signIns.signIn({
    email: as,
    password,
    code: code ?? (await totpAt(secret, clock.now())),
    ipAddress: '192.0.2.1',
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

  it('closes an account for 15 minutes after five wrong tries, even to the right answer', async () => {
    for (let n = 0; n < 5; n += 1) await expect(tryWith({ password: 'wrong' })).rejects.toThrow();
    clock.advance(14 * MINUTE);
    await expect(tryWith()).rejects.toMatchObject({ code: 'sign_in_refused' });
    clock.advance(2 * MINUTE);
    await expect(tryWith()).resolves.toBeTruthy();
    expect(await database.source.manager.findOneByOrFail(Staff, { email })).toMatchObject({
      failedAttempts: 0,
      lockedUntil: null,
    });
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
    const staffId = (await sessions.find(second))?.staffId ?? '';
    await signIns.signOut(second, staffId, '192.0.2.1');
    expect(await sessions.find(second)).toBeNull();
  });

  it('can be revoked with all others of an account, and does not outlive the account', async () => {
    const first = await tryWith();
    clock.advance(MINUTE);
    const second = await tryWith();
    const staffId = (await sessions.find(first))?.staffId ?? '';
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
    await expect(
      accounts.create({ ...input, email: 'b@example.org', password: 'short' }),
    ).rejects.toMatchObject({ code: 'password_unfit' });
  });
});
