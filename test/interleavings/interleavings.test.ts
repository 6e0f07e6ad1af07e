import { createTestDatabase, type TestDatabase } from '@app/testing';
import { candidates, type Candidate, type Way } from './analyse.js';
import { readSql } from './read-sql.js';
import type { Recorded } from './recorded.js';
import { readSchema, type Schema } from './schema.js';
import { transactionsOf } from './transactions.js';
import { groundless, judge, shown } from './verdict.js';
import { together, weakenings } from './weakenings.js';

let database: TestDatabase;
let schema: Schema;
beforeAll(async () => {
  database = await createTestDatabase();
  schema = await readSchema(database.ownerUrl);
});
afterAll(() => database?.drop());

const LOCK = 'select id, state, paid_pence from orders where id = $1 for update';
const LATE = 'select id, amount_pence, paid_back_at from refund_decisions where order_id = $1';
const DECIDE = 'insert into refund_decisions (id, order_id, amount_pence) values ($n)';
const BLOCKED = 'select kind, ended_at from order_blockers where order_id = $1 and ended_at is null';
const QUEUED = 'select id, state from deliveries where order_id = $1';
const QUEUE = 'insert into deliveries (id, order_id, kind, state) values ($n)';
const BIND = 'insert into order_blockers (id, order_id, kind) values ($n)';
const EMAIL = 'select id, state from deliveries where id = $1';
const SENT = `update deliveries set state = 'sending' where id = $1 and state in ($2)`;
const CALLED = `update deliveries set state = 'cancelled' where id = $1 and state in ($2)`;
const NUMBER = 'select pg_advisory_xact_lock($1) -- 727004';
const LAST = 'select number from receipts order by number desc limit 1';
/** Behind a statement that found nothing. */
const NOTHING = ' -- nothing';
const PAYMENT = `select id, order_id from payments where payment_intent_id = $1${NOTHING}`;
const DISPUTES = 'select id, order_id from disputes where payment_intent_id = $1';
const ISSUE = 'insert into receipts (number, order_id) values ($n)';

/** @param calls by name, what each sends; `|` stands between transactions. */
function found(calls: Readonly<Record<string, readonly string[]>>): Candidate[] {
  return candidates(waysOf(calls), schema, () => true);
}
const waysOf = (calls: Readonly<Record<string, readonly string[]>>): Way[] =>
  Object.entries(calls).map(([call, sent]) => ({
    call,
    transactions: transactionsOf(recordedAs(call, sent), schema),
  }));
const recordedAs = (call: string, sent: readonly string[]): Recorded => {
  const all = ['begin', ...sent.flatMap((sql) => (sql === '|' ? ['commit', 'begin'] : [sql])), 'commit'];
  return {
    call,
    statements: all.map((sql) => ({
      ...{ connection: 1, sql: sql.replace(NOTHING, ''), about: [1] },
      rows: sql.endsWith(NOTHING) ? 0 : 1,
    })),
  };
};
const tables = (all: readonly Candidate[]): string[] => [
  ...new Set(
    all.map(({ call, other, kind, read, write }) => `${call} × ${other}: ${read} → ${write}, ${kind}`),
  ),
];

describe('what shuts an interleaving out', () => {
  it.each([
    ['a lock on the row that both are about', { refund: [LOCK, LATE, DECIDE] }],
    ['a lock by name', { pay: [NUMBER, LAST, ISSUE] }],
    ['compare and set', { send: [EMAIL, SENT], cancel: [EMAIL, CALLED] }],
    [
      'looking once more under the lock',
      { send: [BLOCKED, '|', LOCK, BLOCKED, QUEUE], bind: [LOCK, QUEUED, BIND] },
    ],
    [
      'a trigger that locks and looks',
      { ask: ['insert into refund_requests (key, order_id, amount_pence) values ($n)'] },
    ],
  ])('%s', (_how, calls) => {
    expect(tables(found(calls))).toEqual([]);
  });
});

describe('a fault that is planted', () => {
  it.each<[string, Record<string, readonly string[]>, string]>([
    [
      'the lock is gone',
      { refund: [LATE, DECIDE] },
      'refund × refund: refund_decisions → refund_decisions, level',
    ],
    [
      'the lock comes after the look',
      { refund: [LATE, LOCK, DECIDE] },
      'refund × refund: refund_decisions → refund_decisions, level',
    ],
    [
      'only one of two takes it',
      { refund: [LOCK, LATE, DECIDE], other: [LATE, DECIDE] },
      'other × refund: refund_decisions → refund_decisions, level',
    ],
    [
      'the lock lets others look',
      {
        send: [LOCK.replace('update', 'share'), BLOCKED, QUEUE],
        bind: [LOCK.replace('update', 'share'), QUEUED, BIND],
      },
      'send × bind: order_blockers → deliveries, level',
    ],
    [
      'the lock has another name',
      { pay: [NUMBER, LAST, ISSUE], note: [NUMBER.replace('4', '5'), LAST, ISSUE] },
      'pay × note: receipts → receipts, level',
    ],
    [
      'it is set without comparing',
      { send: [EMAIL, SENT], cancel: [EMAIL, CALLED.replace(' and state in ($2)', '')] },
      'cancel × send: deliveries → deliveries, level',
    ],
    [
      'what was told of a payment that nobody knows yet holds no order',
      {
        pay: [LOCK, 'insert into payments (id, payment_intent_id, order_id) values ($n)', DISPUTES],
        dispute: [PAYMENT, 'insert into disputes (id, payment_intent_id) values ($n)'],
      },
      'pay × dispute: disputes → payments, level',
    ],
    [
      'what is checked in one transaction is done in the next',
      { refund: [LOCK, LATE, '|', LOCK, DECIDE], whole: [LOCK, LATE, DECIDE] },
      'refund × whole: refund_decisions → refund_decisions, scope',
    ],
  ])('is seen: %s', (_what, calls, wanted) => {
    expect(tables(found(calls))).toContain(wanted);
  });

  it('is shown as the two would meet', () => {
    const [candidate] = found({ refund: [LATE, DECIDE] });
    expect(candidate && shown(candidate)).toMatch(
      /A: refund.*B: refund[^]*A +select[^]*B +insert[^]*B +commit[^]*A +insert/,
    );
  });
});

describe('a statement', () => {
  it('that names no table of ours, or is of a kind nobody has met, is not passed over', () => {
    expect(() => readSql('select * from no_such_table', schema)).toThrow('no_such_table');
    expect(() => readSql('merge into orders using x on true', schema)).toThrow('not a statement');
  });

  it('is read with what it locks, sets and looks for, subqueries and all', () => {
    const step = readSql(
      `with due as (select id from reviews where state = 'claimed' for update skip locked)
       update reviews set state = 'queued', (claimed_by, claimed_at) = (null, null) where id in (select id from due) and order_id = $1`,
      schema,
    );
    const operations = step.does === 'work' ? step.operations : [];
    expect(operations.map(({ kind, table, lock }) => [kind, table, lock])).toEqual([
      ['read', 'reviews', 'update'],
      ['update', 'reviews', undefined],
    ]);
    expect([...(operations[1]?.columns ?? [])].sort()).toEqual(['claimed_at', 'claimed_by', 'state']);
    expect([...(operations[1]?.equal ?? [])]).toEqual(['order_id']);
  });
});

describe('keys that stand together', () => {
  it('in a statement about one row belong to one thing, those of a list do not', () => {
    const aboutOf = (rows: number): number[][] =>
      transactionsOf(
        {
          call: 'send',
          statements: [
            { connection: 1, sql: EMAIL, rows, about: [1, 2] },
            { connection: 1, sql: LOCK, rows: 1, about: [2] },
          ],
        },
        schema,
      ).map(({ work }) => [...(work[0]?.about ?? [])]);
    expect(aboutOf(1)).toEqual([[1, 1], [1]]);
    expect(aboutOf(2)).toEqual([[1, 2], [2]]);
  });
});

describe('an explanation', () => {
  const why = 'A constraint forbids it.';
  it('must fit, have words, and explain something that is there', () => {
    const all = found({ refund: [LATE, DECIDE] });
    const fits = { call: 'ref*', other: ['pay', 'refund'], read: '*', write: 'refund_decisions', why };
    expect(judge(all, [fits])).toEqual({ unexplained: [], gone: [] });
    expect(judge(all, [{ ...fits, other: 'pay' }])).toEqual({
      unexplained: all,
      gone: [{ ...fits, other: 'pay' }],
    });
    expect(judge(all, [{ ...fits, why: ' ' }]).gone).toHaveLength(1);
  });

  it('may ask for a lock that was there before the reading, and for what was looked at again', () => {
    const rule = { call: 'refund', other: '*', read: '*', write: 'refund_decisions', why };
    const late = found({ refund: [LATE, LOCK, BLOCKED, DECIDE], other: [LATE, DECIDE] });
    const left = (still: string): number => judge(late, [{ ...rule, while: still }]).unexplained.length;
    const others = late.filter(({ call }) => call === 'other').length;
    expect(left('row orders for update')).toBe(others);
    expect(left('again order_blockers')).toBe(others);
    expect(left('row orders for update first')).toBe(late.length);
  });

  it('rests on calls, tables and names that are there', () => {
    const ways = waysOf({ refund: [LATE, DECIDE] });
    const rule = { call: 'refund', other: 'ref*', read: 'refund_decisions', write: 'refund_decisions' };
    expect(groundless({ ...rule, why: 'checkout_sessions_one_live lets one live.' }, ways, schema)).toEqual(
      [],
    );
    expect(groundless({ ...rule, why: 'checkout_sessions_two_live lets two live.' }, ways, schema)).toEqual([
      'the database has no checkout_sessions_two_live',
    ]);
    expect(groundless({ ...rule, other: 'pay', why }, ways, schema)).toEqual([
      'no call pay changes anything',
    ]);
    expect(groundless({ ...rule, read: 'orders', why }, ways, schema)).toEqual([
      'no such call reads the one and writes the other',
    ]);
  });
});

describe('a protection that is taken away', () => {
  it('is each of a call by itself: a lock by name, a lock of a row, what an update compares', () => {
    const call = recordedAs('send', [NUMBER, LOCK, EMAIL, SENT]);
    const weaker = weakenings([call]);
    expect(weaker.map(({ what }) => what)).toEqual([
      'lock by the name 727004',
      'lock of orders for update',
      'compare and set of deliveries: and state in (?)',
    ]);
    expect(
      together(weaker)
        .of(call)
        .statements.map(({ sql }) => sql),
    ).toEqual([
      'begin',
      LOCK.replace(' for update', ''),
      EMAIL,
      SENT.replace(' and state in ($2)', ''),
      'commit',
    ]);
  });
});
