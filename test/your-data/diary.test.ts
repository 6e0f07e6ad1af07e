import { emptyTables } from '@app/testing';
import type { Person } from '../../apps/cli/src/journey/person.js';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());
beforeEach(async () => {
  fixture.clock.set(new Date('2027-03-01T12:00:00Z'));
  await emptyTables(fixture.database.source, 'assessments', 'rate_limits');
});

const DAY = 86_400_000;
const days = (count: number): void => fixture.clock.advance(count * DAY);
const entries = (columns: string): Promise<Record<string, unknown>[]> =>
  fixture.query(`select ${columns} from diary_entries order by completed_at`);

/** Changes how much of the week the two tasks take, and finishes. */
async function changeWeek(person: Person, evaluation: string, engineering: string): Promise<void> {
  await person.open('/assessment/week');
  await person.submit({ 'band_model-evaluation': evaluation, 'band_feature-engineering': engineering });
  await person.open('/assessment/check');
  await person.submit({}, { action: '/assessment/check' });
}

const number = (text: string): number => Number(text.replace('−', '-').replace('+', ''));

/** The lines of the diary as numbers: you, world, method, score; the first has a score alone. */
async function read(person: Person, address = '/assessment/diary'): Promise<number[][]> {
  const { html } = await person.open(address);
  const lines = html
    .querySelectorAll('table.diary tbody tr')
    .map((row) => row.querySelectorAll('td').map((cell) => number(cell.text.trim())));
  const [start = [], ...rest] = lines;
  const whole = rest.pop() ?? [];
  let score = start.at(-1) ?? NaN;
  for (const [you = NaN, world = NaN, method = NaN, after = NaN] of rest) {
    expect(you + world + method).toBe(after - score);
    score = after;
  }
  for (const part of [0, 1, 2])
    expect(whole[part]).toBe(rest.reduce((sum, line) => sum + (line[part] ?? NaN), 0));
  expect(whole[3]).toBe(score - (start.at(-1) ?? NaN));
  return lines;
}

describe('the diary of a score', () => {
  it('tells what changed since March from the link of the result: the answers, each change on its own, and in all', async () => {
    const person = await fixture.finisher();
    expect(person.here.text).not.toContain('What has changed since');
    days(90);
    await person.open('/assessment/result');
    await person.follow('What has changed since 1 Mar 2027');
    expect(person.here.html.querySelector('h1')?.text).toMatch(/^Your score is still \d+$/);
    await changeWeek(person, 'little', 'most');
    days(30);
    await changeWeek(person, 'most', 'none');
    days(1);
    const lines = await read(person);
    expect(lines).toHaveLength(5);
    expect(lines[1]?.[0]).not.toBe(0);
    expect(lines.slice(1).map(([, world, method]) => [world, method])).toEqual(Array(4).fill([0, 0]));
    expect(person.here.text).toContain('Since Monday 1 March 2027:');
    const since = await read(person, '/assessment/diary?since=1');
    expect(since).toEqual([[...(since[0] ?? [])], ...lines.slice(2, 4), since.at(-1)]);
    expect(await read(person, '/assessment/diary?since=nonsense')).toEqual(lines);
  });

  it('splits a change into the person, the world and the method, by what was kept of the score of then', async () => {
    const person = await fixture.finisher();
    // As if it had been given by an earlier version of the method, five points lower, on data in which every task was ten points less exposed.
    await fixture.query(`update assessments set result = result || jsonb_build_object(
      'modelVersion', 'earlier', 'catalogueVersion', 'earlier',
      'score', (result->>'score')::float8 - 15, 'occupationScore', (result->>'occupationScore')::float8 - 10,
      'rows', (select jsonb_agg(row || jsonb_build_object('exposure', (row->>'exposure')::float8 - 10)) from jsonb_array_elements(result->'rows') row))`);
    days(10);
    const [, today = []] = await read(person);
    expect(today.slice(0, 3)).toEqual([0, expect.any(Number), expect.any(Number)]);
    expect(today[1]).toBeGreaterThan(7);
    expect(today[2]).toBeGreaterThan(3);
    await changeWeek(person, 'little', 'most');
    const [, changed = []] = await read(person);
    expect(changed.slice(1, 3)).toEqual(today.slice(1, 3));
    expect(changed[0]).not.toBe(0);
  });

  it('keeps one score a day, and what it was worked out from of the newest alone', async () => {
    const person = await fixture.finisher();
    await changeWeek(person, 'little', 'most');
    expect(await entries('1')).toEqual([]);
    days(1);
    await changeWeek(person, 'most', 'little');
    await changeWeek(person, 'most', 'none');
    expect(await entries('given is not null as kept')).toEqual([{ kept: true }]);
    days(1);
    await changeWeek(person, 'some', 'some');
    expect(await entries('given is not null as kept')).toEqual([{ kept: false }, { kept: true }]);
    expect(await read(person)).toHaveLength(4);
  });

  it('comes with the copy, stays away from the adviser, and goes with the assessment', async () => {
    const person = await fixture.finisher();
    days(5);
    await changeWeek(person, 'little', 'most');
    await person.open('/assessment/data');
    const { content } = await fixture.file(person, '/assessment/data/export');
    expect(content).toMatchObject({
      diary: [
        {
          finishedAt: '2027-03-01T12:00:00.000Z',
          changeToTheNext: { theWorld: 0, ourMethod: 0 },
          workedOutFrom: { answers: { occupationSlug: 'machine-learning-engineer' } },
        },
      ],
    });
    await person.open('/assessment/advice');
    await person.submit({}, { action: '/assessment/advice' });
    await person.open(/http\S+\/advice\/[\w-]{43}/.exec(person.here.text)?.[0] ?? '');
    expect(person.here.text).not.toContain('1 Mar');
    await person.open('/assessment/data/erase');
    await person.submit({ sure: 'yes' }, { action: '/assessment/data/erase' });
    expect(await entries('1')).toEqual([]);
    await person.open('/assessment/diary', 404);
  });

  it('holds no change whose parts do not add up: PostgreSQL refuses', async () => {
    const person = await fixture.finisher();
    days(1);
    await changeWeek(person, 'little', 'most');
    await expect(fixture.query('update diary_entries set you = you + 1')).rejects.toThrow('add_up');
    await expect(fixture.query('update diary_entries set world = null')).rejects.toThrow('check');
  });
});
