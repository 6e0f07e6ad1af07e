import {
  createTestDatabase,
  FakeClock,
  tamper as tamperWith,
  type TestDatabase,
  testEnvironment,
} from '@app/testing';
import { AuditChain } from './audit-chain.js';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditKeys } from './audit-keys.js';
import { Audit } from './audit.service.js';

const keysOf = (settings: Record<string, string> = {}): AuditKeys => new AuditKeys(testEnvironment(settings));
const NEW_KEY = 'another-key-for-tests-another-key-for-tests';

let database: TestDatabase;
let audit: Audit;
let chain: AuditChain;
const clock = new FakeClock();
beforeAll(async () => {
  database = await createTestDatabase([AuditEntry]);
  audit = new Audit(database.source, clock, keysOf());
  chain = new AuditChain(database.source, keysOf(), clock);
});
afterAll(() => database.drop());
beforeEach(() => tamper('truncate audit_log restart identity'));

const note = (n: number, by = audit): Promise<void> =>
  by.note({
    staffId: null,
    action: 'thing.changed',
    subject: { kind: 'thing', id: String(n) },
    before: { n, at: new Date(0) },
    after: { n: n + 1, b: undefined },
    reason: 'why not',
    ipAddress: '192.0.2.1',
  });
const notes = async (...numbers: number[]): Promise<void> => {
  for (const n of numbers) await note(n);
};

/** What only somebody with the database owner's rights could do. */
const tamper = (sql: string): Promise<void> => tamperWith(database.source, sql);

/** Writes the whole log anew as somebody could who knows our code and has the database, but not the key. */
async function writeAnew(key: AuditKeys | 'no key'): Promise<void> {
  const entries = await database.source.manager.find(AuditEntry, { order: { id: 'ASC' } });
  await tamper('truncate audit_log restart identity');
  const forger = new Audit(database.source, clock, key === 'no key' ? keysOf() : key);
  for (const [index] of entries.entries()) await note(index + 100, forger);
  if (key !== 'no key') return;
  const { sha256, stableJson } = await import('@app/kernel');
  let previous = '0'.repeat(64);
  for (const e of await database.source.manager.find(AuditEntry, { order: { id: 'ASC' } })) {
    const about = [e.at.toISOString(), e.staffId, e.action, e.subjectKind, e.subjectId, e.before, e.after];
    const hash = sha256(stableJson([...about, e.reason, e.ipAddress, previous]));
    await tamper(
      `update audit_log set key_id = null, previous_hash = '${previous}', hash = '${hash}' where id = ${e.id}`,
    );
    previous = hash;
  }
}

describe('the audit log', () => {
  it.each(['update audit_log set reason = null', 'delete from audit_log', 'truncate audit_log'])(
    'refuses: %s',
    async (sql) => {
      await note(1);
      await expect(database.source.query(sql)).rejects.toThrow(/append-only|permission denied/);
      expect(await audit.latest()).toHaveLength(1);
    },
  );

  it('is one chain, also when many write at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, n) => note(n)));
    expect(await chain.verify()).toMatchObject({
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
    expect(await chain.verify()).toMatchObject({ intact: true, entries: 2 });
  });

  it.each([
    ['a changed reason', `update audit_log set reason = 'other' where id = 2`, '2'],
    ['a changed value', `update audit_log set after = '{"n": 9}' where id = 2`, '2'],
    ['a changed time', `update audit_log set at = at + interval '1 second' where id = 2`, '2'],
    ['a removed entry', 'delete from audit_log where id = 2', '3'],
    ['a forged hash', `update audit_log set hash = md5(hash) || md5(hash) where id = 2`, '2'],
    ['an entry without a key', `update audit_log set key_id = null where id = 2`, '2'],
    ['an entry under a key we have not', `update audit_log set key_id = 'mine' where id = 2`, '2'],
  ])('notices %s', async (_name, sql, brokenAt) => {
    await notes(1, 2, 3, 4);
    expect(await chain.verify()).toMatchObject({ intact: true });
    await tamper(sql);
    expect(await chain.verify()).toMatchObject({ intact: false, brokenAt });
  });

  it('is read per order: what is about it, what belongs to it, and the lists it was in', async () => {
    const by = { staffId: null, ipAddress: '192.0.2.1' };
    await audit.note({ ...by, action: 'order.viewed', subject: { kind: 'order', id: 'o1' } });
    await audit.note({ ...by, action: 'order.viewed', subject: { kind: 'order', id: 'o2' } });
    const listed = { kind: 'orders', id: 'queue' };
    await audit.note({ ...by, action: 'orders.listed', subject: listed, after: { orders: ['o1', 'o2'] } });
    await audit.note({ ...by, action: 'review.claimed', subject: { kind: 'review', id: 'r1' } });
    const actions = async (order: string): Promise<string[]> =>
      (await audit.aboutOrder(order, [{ kind: 'review', id: 'r1' }])).map(({ action }) => action);
    expect(await actions('o1')).toEqual(['order.viewed', 'orders.listed', 'review.claimed']);
    expect(await actions('o3')).toEqual(['review.claimed']);
  });
});

describe('its key', () => {
  it('can be replaced: old entries keep theirs, new ones have the new one', async () => {
    await notes(1, 2);
    const old = testEnvironment().AUDIT_KEY;
    const both = keysOf({ AUDIT_KEY: NEW_KEY, AUDIT_KEY_ID: '2', AUDIT_OLD_KEYS: `1=${old}` });
    await note(3, new Audit(database.source, clock, both));
    expect(await new AuditChain(database.source, both, clock).verify()).toMatchObject({ entries: 3 });
    expect(await chain.verify()).toMatchObject({
      intact: false,
      brokenAt: '3',
      why: expect.stringContaining('“2”'),
    });
  });

  it('is needed to write the log anew: whoever has the database alone is found out', async () => {
    await notes(1, 2, 3);
    await writeAnew(keysOf({ AUDIT_KEY: NEW_KEY }));
    expect(await chain.verify()).toMatchObject({
      intact: false,
      brokenAt: '1',
      why: 'its content was changed',
    });
  });
});

describe('an anchor', () => {
  it('fits the log as it stood and as it has grown since', async () => {
    const empty = await chain.anchor();
    await notes(1, 2, 3);
    const then = await chain.anchor();
    await note(4);
    expect(await chain.verify([empty, then, ''])).toMatchObject({ intact: true, entries: 4 });
  });

  it('shows that the end was cut off, whether or not more was written after', async () => {
    await notes(1, 2, 3, 4);
    const line = await chain.anchor();
    await tamper('delete from audit_log where id > 2');
    expect(await chain.verify()).toMatchObject({ intact: true, entries: 2 });
    const found = { intact: false, why: expect.stringContaining('cut short') };
    expect(await chain.verify([line])).toMatchObject(found);
    await note(5);
    expect(await chain.verify([line])).toMatchObject(found);
    await tamper(`delete from audit_log where id > 2; alter table audit_log alter id restart with 3`);
    await notes(7, 8);
    expect(await chain.verify([line])).toMatchObject({
      intact: false,
      brokenAt: '4',
      why: expect.stringContaining('written anew'),
    });
  });

  it('shows that the whole log was written anew as if there had never been a key', async () => {
    await notes(1, 2, 3);
    const line = await chain.anchor();
    await writeAnew('no key');
    expect(await chain.verify()).toMatchObject({ intact: true });
    expect(await chain.verify([line])).toMatchObject({
      intact: false,
      why: expect.stringContaining('written anew'),
    });
  });

  it('counts only with our signature', async () => {
    await notes(1, 2);
    const line = await chain.anchor();
    for (const forged of [line.replace('entries=2', 'entries=1'), 'anything', line.slice(0, -1)])
      expect(await chain.verify([forged])).toMatchObject({
        intact: false,
        why: expect.stringContaining('no anchor'),
      });
  });
});
