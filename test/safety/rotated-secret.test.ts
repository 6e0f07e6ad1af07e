import { newId, seal, unseal } from '@app/kernel';
import { createTestDatabase, type TestDatabase, testEnvironment } from '@app/testing';
import { resealAll } from '../../apps/cli/src/reseal.js';

const OLD = 'the-secret-of-before-the-secret-of-before';
const NEW = 'the-secret-of-today-the-secret-of-today-1';
const SEALED = [
  ['orders', 'access_token_sealed', (id: string) => `orders.access-token:${id}`],
  ['assessments', 'resume_code_sealed', () => 'assessment.resume-code'],
  ['staff', 'totp_secret_sealed', () => 'staff.totp'],
  ['staff_invitations', 'totp_secret_sealed', () => 'staff.totp'],
] as const;

let database: TestDatabase;
const id = newId();
beforeAll(async () => {
  database = await createTestDatabase();
  const run = (sql: string, ...values: unknown[]): Promise<unknown> => database.source.query(sql, values);
  const sealed = (table: number): string => seal(OLD, SEALED[table]?.[2](id) ?? '', `secret ${table}`);
  await run(
    `insert into assessments (id, email, resume_code_sealed, created_at, updated_at, expires_at) values ($1, 'a@example.org', $2, now(), now(), now())`,
    id,
    sealed(1),
  );
  await run(
    `insert into orders (id, reference, state, assessment_id, form_token, access_token_hash, access_token_sealed, customer_name, customer_email,
       occupation_title, price_pence, start_choice, created_at, expires_at)
     values ($1::uuid, 'PW-1', 'awaiting_payment', $1::uuid, 'form', 'hash', $2, 'Ada', 'a@example.org', 'Nurse', 4900, 'start_now', now(), now())`,
    id,
    sealed(0),
  );
  await run(
    `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at) values ($1, 'a@example.org', 'A', '{admin}', 'x', $2, now())`,
    id,
    sealed(2),
  );
  await run(
    `insert into staff_invitations (id, email, name, roles, invited_by, invited_at, expires_at, totp_secret_sealed)
     values ($1::uuid, 'b@example.org', 'B', '{admin}', $1::uuid, now(), now() + interval '1 day', $2)`,
    id,
    sealed(3),
  );
});
afterAll(() => database?.drop());

describe('a secret that is changed', () => {
  const variables = (more: Record<string, string>): Record<string, string> =>
    Object.fromEntries(
      Object.entries({ ...testEnvironment({ DATABASE_URL: database.url, ...more }) }).flatMap(
        ([name, value]) => (value === undefined ? [] : [[name, String(value)]]),
      ),
    );
  const stored = async (table: string, column: string): Promise<string> => {
    const [row] = await database.source.query<{ sealed: string }[]>(
      `select ${column} as sealed from ${table}`,
    );
    return row?.sealed ?? '';
  };

  it('opens what the one before sealed, and after resealing everything opens with the new one alone', async () => {
    const [table, column, purpose] = SEALED[0];
    expect(unseal([NEW, OLD], purpose(id), await stored(table, column))).toBe('secret 0');
    await expect(resealAll(variables({ APP_SECRET: NEW }))).rejects.toMatchObject({ code: 'seal_broken' });
    const both = variables({ APP_SECRET: NEW, APP_OLD_SECRETS: OLD });
    expect(await resealAll(both)).toMatch(
      /^Sealed anew: 1 order links, 1 links to results, 2 second factors/,
    );
    for (const [index, [table, column, purpose]] of SEALED.entries())
      expect(unseal(NEW, purpose(id), await stored(table, column))).toBe(`secret ${index}`);
    expect(await resealAll(both)).toMatch(
      /^Sealed anew: 0 order links, 0 links to results, 0 second factors/,
    );
  });
});
