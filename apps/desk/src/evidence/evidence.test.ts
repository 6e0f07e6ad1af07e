import { BlueprintJobs, type BlueprintSnapshot } from '@app/blueprint';
import { runJobs } from '@app/testing';
import { type TestDesk, startDesk } from '../test-desk.builder.js';
import { paidOrder } from '../paid-order.builder.js';
import type { Answer, Visitor } from '../visitor.builder.js';

let fixture: TestDesk;
let ana: Visitor;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture.stop());
/** Sessions end with time, so whoever comes at a time signs in then. */
async function at(time: string): Promise<void> {
  fixture.clock.set(time);
  ana = await fixture.signedIn('reviewer');
}
beforeEach(() => at('2026-11-30T10:00Z'));

const rowOf = (body: string, key: string): string =>
  body.split('<tr id="fact-').find((row) => row.includes(`name="fact" value="${key}"`)) ?? '';
const one = (key: string): Promise<Answer> => ana.open(`/evidence?fact=${encodeURIComponent(key)}`);
/** Somebody opens a fact and sends what they found. */
async function find(key: string, verdict: string, more: Record<string, string> = {}): Promise<Answer> {
  const words = /name="words" value="([0-9a-f]+)"/.exec(rowOf((await one(key)).body, key))?.[1] ?? '';
  return await ana.send('/evidence/check', { fact: key, words, verdict, kind: 'tool', ...more });
}
const tasks = (): Promise<{ kind: string; subject: string; summary: string }[]> =>
  fixture.database.source.query(
    `select kind, subject, summary from staff_tasks where closed_at is null and kind like 'fact_%'`,
  );

describe('the queue of outside facts', () => {
  it('shows what was never checked, a page at a time, by kind; the source opens in one click and learns nothing of us', async () => {
    const { body } = await ana.open('/evidence?kind=licence');
    expect(body).toMatch(/<h1>[\d,]+ facts due to be checked<\/h1>/);
    expect(body.match(/<tr id="fact-/g)).toHaveLength(20);
    expect(body).toMatch(
      /<a class="source-link" href="https:\/\/www\.gov\.uk\/dbs" target="_blank" rel="noreferrer noopener">/,
    );
    const next = await ana.open('/evidence?kind=licence&page=2');
    expect(next.body.match(/<tr id="fact-/g)).toHaveLength(20);
    expect(next.body).not.toContain(/<tr id="fact-(\w+)"/.exec(body)?.[1]);
    const auditor = await fixture.signedIn('auditor');
    expect((await auditor.open('/evidence')).body).not.toContain('/evidence/check');
  });

  it('takes “still true” with the page that was read, the name and the day, and asks again when its months are over', async () => {
    const tool = 'tool:Gainsight';
    expect((await ana.open('/evidence?kind=tool')).body).toContain('No fact is due to be checked');
    const refused = await find(tool, 'true');
    expect([refused.status, refused.body.includes('Give the address of the page you read')]).toEqual([
      422,
      true,
    ]);
    expect((await find(tool, 'true', { page: 'javascript:alert(1)' })).status).toBe(422);
    const noted = await find(tool, 'true', { page: 'https://www.gainsight.com/ai/' });
    expect([noted.status, noted.location]).toEqual([303, '/evidence?kind=tool&done=fact_true']);
    const row = rowOf((await one(tool)).body, tool);
    expect(row).toMatch(/still true, Staff \d+, 30 Nov 2026/);
    expect(row).toContain('href="https://www.gainsight.com/ai/"');
    await at('2027-05-20T10:00Z');
    const due = await ana.open('/evidence?kind=tool');
    expect(due.body).toMatch(/<h1>\d+ facts due/);
    expect((await one(tool)).body).toContain('<b>30 May 2027</b>');
    const [entry] = await fixture.database.source.query<{ after: object }[]>(
      `select after from audit_log where action = 'evidence.checked' and subject_id = $1`,
      [tool],
    );
    expect(entry?.after).toMatchObject({ state: 'true', page: 'www.gainsight.com/ai/' });
  });

  it('makes a task of what changed or is gone, with file and line, and closes it once the fact is found true', async () => {
    const tool = 'tool:MindBridge';
    expect((await find(tool, 'gone')).status).toBe(422);
    expect((await find(tool, 'gone', { note: 'Sold and switched off.' })).status).toBe(303);
    expect(await tasks()).toEqual([
      {
        kind: 'fact_gone',
        subject: tool,
        summary: expect.stringMatching(
          /^The tool “MindBridge” is found gone: Sold and switched off\. It is stated in libs\/occupations\/content\/accountant\.yaml:\d+/,
        ),
      },
    ]);
    expect((await ana.open('/evidence?state=untrue')).body).toContain('1 fact found changed or gone');
    await find(tool, 'changed', { note: 'Renamed.' });
    expect((await tasks()).map(({ kind }) => kind)).toEqual(['fact_changed']);
    await find(tool, 'true', { page: 'www.mindbridge.ai' });
    expect(await tasks()).toEqual([]);
  });

  it('notes nothing for words that have changed since the page was opened', async () => {
    await one('tool:Xero');
    const old = { fact: 'tool:Xero', words: 'f'.repeat(64), verdict: 'true', page: 'www.xero.com' };
    const refused = await ana.send('/evidence/check', old);
    expect([refused.status, refused.body.includes('have changed since you opened')]).toEqual([409, true]);
    const [{ count }] = await fixture.database.source.query<[{ count: string }]>(
      `select count(*) from evidence_checks where fact = 'tool:Xero'`,
    );
    expect(count).toBe('0');
  });
});

describe('a new blueprint', () => {
  const draft = async (): Promise<BlueprintSnapshot> => {
    const { orderId } = await paidOrder(fixture, 'Zoë Ó Fáidh');
    await runJobs(fixture.database.source, fixture.app.get(BlueprintJobs).boundJobs(), fixture.clock);
    const [row] = await fixture.database.source.query<{ snapshot: BlueprintSnapshot }[]>(
      'select snapshot from blueprints where order_id = $1 and pdf is not null',
      [orderId],
    );
    if (!row) throw new Error('nothing was rendered');
    return row.snapshot;
  };
  const toolsOf = ({ result }: BlueprintSnapshot): { name: string; checkedOn?: string }[] => [
    ...new Map(result.tasks.flatMap(({ tools }) => tools.map((tool) => [tool.name, tool]))).values(),
  ];

  it('says what was checked and when, and leaves out what is gone, but never what the law asks', async () => {
    const before = await draft();
    expect(before.evidence).toMatchObject({ checked: 0 });
    const [first, second] = toolsOf(before);
    if (!first || !second) throw new Error('too few tools');
    await find(`tool:${first.name}`, 'gone', { note: 'Switched off.' });
    await find(`tool:${second.name}`, 'true', { page: 'example.org' });
    const after = await draft();
    expect(toolsOf(after).map(({ name }) => name)).not.toContain(first.name);
    expect(toolsOf(after).find(({ name }) => name === second.name)?.checkedOn).toBe('2026-11-30');
    expect(after.evidence).toMatchObject({ checked: 1, last: '2026-11-30' });
    expect(after.evidence?.said).toBe((before.evidence?.said ?? 0) - 1);
  });

  it('leaves out tools, routes and employers whose check is long overdue; licences stay', async () => {
    const now = await draft();
    fixture.clock.set('2028-06-01T10:00Z');
    const late = await draft();
    const pathsOf = ({ paths }: BlueprintSnapshot) =>
      paths.map(({ entry, employing, route }) => [entry.specific, employing !== undefined, route?.law]);
    expect(toolsOf(late)).toEqual([]);
    expect(now.paths.length).toBeGreaterThan(0);
    expect(pathsOf(now).some(([specific, employing]) => specific && employing)).toBe(true);
    expect(pathsOf(late)).toEqual(pathsOf(now).map(([, , law]) => [false, false, law]));
  });
});
