import { createTestDatabase, FakeClock, type TestDatabase } from '@app/testing';
import { AuditEntry } from './audit-entry.entity.js';
import { Audit } from './audit.service.js';

let database: TestDatabase;
let audit: Audit;
beforeAll(async () => {
  database = await createTestDatabase([AuditEntry]);
  audit = new Audit(database.source, new FakeClock());
});
afterAll(() => database.drop());
beforeEach(() => tamper('truncate audit_log restart identity'));

const note = (n: number): Promise<void> =>
  audit.note({
    staffId: null,
    action: 'thing.changed',
    subject: { kind: 'thing', id: String(n) },
    before: { n, at: new Date(0) },
    after: { n: n + 1, b: undefined },
    reason: 'why not',
    ipAddress: '192.0.2.1',
  });

/** What only somebody with the database owner's rights could do. */
async function tamper(sql: string): Promise<void> {
  await database.source.query('alter table audit_log disable trigger audit_log_append_only');
  await database.source.query(sql);
  await database.source.query('alter table audit_log enable trigger audit_log_append_only');
}

describe('the audit log', () => {
  it.each(['update audit_log set reason = null', 'delete from audit_log', 'truncate audit_log'])(
    'refuses: %s',
    async (sql) => {
      await note(1);
      await expect(database.source.query(sql)).rejects.toThrow('append-only');
      expect(await audit.latest()).toHaveLength(1);
    },
  );

  it('is one chain, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => note(n)));
    expect(await audit.verifyAuditChain()).toMatchObject({
      intact: true,
      entries: 20,
      head: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });

  it('leaves no trace of what was rolled back', async () => {
    await note(1);
    await database.source
      .transaction(async (manager) => {
        await audit.record(manager, {
          staffId: null,
          action: 'thing.changed',
          subject: { kind: 'thing', id: '2' },
        });
        throw new Error('no');
      })
      .catch(() => undefined);
    await note(3);
    expect(await audit.verifyAuditChain()).toMatchObject({ intact: true, entries: 2 });
  });

  it.each([
    ['a changed reason', `update audit_log set reason = 'other' where id = 2`, '2'],
    ['a changed value', `update audit_log set after = '{"n": 9}' where id = 2`, '2'],
    ['a changed time', `update audit_log set at = at + interval '1 second' where id = 2`, '2'],
    ['a removed entry', 'delete from audit_log where id = 2', '3'],
    ['a forged hash', `update audit_log set hash = md5(hash) || md5(hash) where id = 2`, '2'],
  ])('notices %s', async (_name, sql, brokenAt) => {
    for (const n of [1, 2, 3, 4]) await note(n);
    expect(await audit.verifyAuditChain()).toMatchObject({ intact: true });
    await tamper(sql);
    expect(await audit.verifyAuditChain()).toMatchObject({ intact: false, brokenAt });
  });
});
