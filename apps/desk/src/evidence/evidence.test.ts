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
const sourcesIn = (body: string): string[] =>
  [...body.matchAll(/href="\/evidence\/source\?page=([^"&]+)/g)].map(([, page = '']) =>
    decodeURIComponent(page),
  );
const dueIn = (body: string): number => Number(/<h1>([\d,]+) facts? to compare/.exec(body)?.[1]);
const boxesIn = (body: string): string[] =>
  [...body.matchAll(/<input type="checkbox" name="fact" value="([^"]+)"/g)].map(([, value = '']) =>
    unescaped(value),
  );
const unescaped = (text: string): string => text.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
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
  it('shows by source what was never checked, the law before tools, a page at a time; whoever only reads sees no form', async () => {
    const { body } = await ana.open('/evidence?kind=licence');
    expect(body).toMatch(/<h1>[\d,]+ facts due to be checked<\/h1>/);
    expect(body).toMatch(/One look at a page answers every fact on it: [\d,]+ pages/);
    expect(body).toMatch(/With \d+ looks? a working day none becomes long overdue/);
    const [first = '', ...rest] = sourcesIn(body);
    expect([first, rest.length]).toEqual(['www.gov.uk/dbs', 19]);
    const next = await ana.open('/evidence?kind=licence&page=2');
    expect(sourcesIn(next.body)).toHaveLength(20);
    expect(sourcesIn(next.body).filter((page) => [first, ...rest].includes(page))).toEqual([]);
    const every = await ana.open('/evidence');
    expect(every.body.indexOf('licences')).toBeLessThan(every.body.indexOf('providers'));
    const auditor = await fixture.signedIn('auditor');
    const page = await auditor.open(`/evidence/source?page=${encodeURIComponent(first)}`);
    expect([page.status, page.body.includes('method="post" action="/evidence')]).toEqual([200, false]);
  });

  it('compares all facts of a page in one look; the source opens in one click and learns nothing of us', async () => {
    const dbs = '/evidence/source?page=www.gov.uk%2Fdbs';
    const { body } = await ana.open(dbs);
    expect(body).toMatch(
      /href="https:\/\/www\.gov\.uk\/dbs" target="_blank" rel="noreferrer noopener" data-key="o">Open /,
    );
    const before = dueIn(body);
    const boxes = boxesIn(body);
    expect(boxes).toHaveLength(25);
    expect(body).not.toMatch(/<input type="checkbox"[^>]* checked/);
    expect(
      (await ana.open(`${dbs}&ticked=all`)).body.match(/<input type="checkbox"[^>]* checked/g),
    ).toHaveLength(25);
    const form = { source: 'www.gov.uk/dbs', kind: '' };
    const nothing = await ana.send('/evidence/source', form);
    expect([nothing.status, nothing.body.includes('Tick the facts that you compared')]).toEqual([422, true]);
    // All or none: the words of one of them are others by now.
    const stale = `${'f'.repeat(64)} ${boxes[0]?.slice(65)}`;
    expect((await ana.send('/evidence/source', { ...form, fact: [boxes[1] ?? '', stale] })).status).toBe(409);
    expect(dueIn((await ana.open(dbs)).body)).toBe(before);
    const ticked = boxes.slice(0, 3);
    const noted = await ana.send('/evidence/source', { ...form, fact: ticked });
    expect([noted.status, noted.location]).toEqual([303, `${dbs}&done=facts_true`]);
    const after = (await ana.open(dbs)).body;
    expect([dueIn(after), boxesIn(after).filter((box) => ticked.includes(box))]).toEqual([before - 3, []]);
    expect(after).toContain('3 facts more in date');
    expect((await ana.open('/evidence')).body).toContain('Today: 1 look, 3 facts.');
    const keys = ticked.map((box) => box.slice(65)).sort();
    expect(
      await fixture.database.source.query(
        `select subject_id, after->>'page' as page from audit_log where action = 'evidence.checked' and subject_id = any($1) order by subject_id collate "C"`,
        [keys],
      ),
    ).toEqual(keys.map((key) => ({ subject_id: key, page: 'www.gov.uk/dbs' })));
  });

  it('leads from a source that is done to the next, and keeps those without a page together', async () => {
    const help = await ana.open('/evidence/source?without=help');
    expect(help.body).toContain('<h1>14 facts to compare</h1>');
    expect(help.body).toContain('Search the web for it');
    const wage = '/evidence/source?page=www.gov.uk%2Fnational-minimum-wage-rates';
    const fact = boxesIn((await ana.open(wage)).body);
    const noted = await ana.send('/evidence/source', {
      source: 'www.gov.uk/national-minimum-wage-rates',
      kind: 'rate',
      fact,
    });
    expect(noted.location).toBe('/evidence?kind=rate&done=facts_true');
    expect((await ana.open('/evidence/source?page=nobody.example')).status).toBe(404);
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
    expect(due.body).toContain('Tools, no page named');
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
    const { checked = 0 } = before.evidence ?? {};
    const [first, second] = toolsOf(before);
    if (!first || !second) throw new Error('too few tools');
    await find(`tool:${first.name}`, 'gone', { note: 'Switched off.' });
    await find(`tool:${second.name}`, 'true', { page: 'example.org' });
    const after = await draft();
    expect(toolsOf(after).map(({ name }) => name)).not.toContain(first.name);
    expect(toolsOf(after).find(({ name }) => name === second.name)?.checkedOn).toBe('2026-11-30');
    expect(after.evidence).toMatchObject({ checked: checked + 1, last: '2026-11-30' });
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
