import { Person } from '../../apps/cli/src/journey/person.js';
import { RetentionRun } from '@app/personal-data';
import { emptyTables } from '@app/testing';
import { TestSite } from '../support/your-data/test-site.js';

let fixture: TestSite;
beforeAll(async () => {
  fixture = await TestSite.open();
});
afterAll(() => fixture?.close());
beforeEach(async () => {
  fixture.clock.set(new Date());
  fixture.mail.taken.length = 0;
  await emptyTables(fixture.database.source, 'assessments');
});

const audited = async (): Promise<unknown[]> =>
  (await fixture.query('select action from audit_log order by id')).map(({ action }) => action);
const codeOn = (person: Person): string => /[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/.exec(person.here.text)?.[0] ?? '';

describe('a free assessment', () => {
  it('is handed out as a file that explains itself, to whoever has it open and nobody else', async () => {
    const person = await fixture.finisher();
    await person.submit({ email: 'ada@example.org' }, { action: '/assessment/email' });
    await fixture.work();
    await person.open('/assessment/data');
    const { headers, content } = await fixture.file(person, '/assessment/data/export');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-disposition')).toBe('attachment; filename="my-assessment.json"');
    expect(content).toMatchObject({
      assessment: { emailAddress: 'ada@example.org', finishedAt: expect.any(String) },
      answersInWords: expect.arrayContaining([
        { question: 'Your job', answer: ['Machine learning engineer'] },
      ]),
      answers: { occupationSlug: 'machine-learning-engineer' },
      result: { occupationTitle: 'Machine learning engineer', score: expect.any(Number) },
      emails: [{ kind: 'resume', to: 'ada@example.org', state: 'accepted' }],
    });
    const { about, ...parts } = content as { about: { parts: object } };
    expect(Object.keys(about.parts).sort()).toEqual(Object.keys(parts).sort());
    expect(JSON.stringify(content)).not.toContain(codeOn(person));
    expect((await audited()).at(-1)).toBe('assessment.exported');

    await new Person().open(`${fixture.url}/assessment/data`, 404);
    await expect(fixture.file(person, '/assessment/data/export?')).rejects.toThrow('answered 403');
  });

  it('is erased in two steps, and nothing of it is left', async () => {
    const person = await fixture.finisher();
    const code = codeOn(person);
    await person.submit({ email: 'ada@example.org' }, { action: '/assessment/email' });
    await fixture.work();
    await person.open('/assessment/data/erase');
    expect(person.here.text).toContain('your address, ada@example.org');
    await person.submit({}, { action: '/assessment/data/erase', expected: 422 });
    expect(person.here.text).toContain('Tick the box');
    expect(await fixture.query('select 1 from assessments')).toHaveLength(1);
    await person.submit({ sure: 'yes' }, { action: '/assessment/data/erase' });
    expect(person.here.text).toContain('Your assessment is erased');
    for (const table of ['assessments', 'deliveries', 'delivery_attempts'])
      expect(await fixture.query(`select 1 from ${table}`)).toEqual([]);
    expect(JSON.stringify(await fixture.query('select * from audit_log'))).not.toMatch(/ada@|example\.org/);
    expect((await audited()).at(-1)).toBe('assessment.erased');
    await person.open(`${fixture.url}/assessment/resume/${code}`, 422);
    await person.open('/assessment/result', 404);
  });

  it('is closed on a shared device without being erased', async () => {
    const person = await fixture.finisher();
    const code = codeOn(person);
    await person.open('/assessment/data');
    await person.submit({}, { action: '/assessment/data/close' });
    await person.open('/assessment/result', 404);
    await person.submit({ code }, { action: '/assessment/resume' });
    expect(person.here.url.pathname).toBe('/assessment/result');
  });

  it('can be kept for another year, once its end is near, as the one reminder says', async () => {
    const person = await fixture.finisher();
    await person.submit({ email: 'ada@example.org' }, { action: '/assessment/email' });
    await fixture.work();
    await person.open('/assessment/data');
    expect(person.here.text).not.toContain('another 12 months');
    fixture.clock.advance(340 * 86_400_000);
    await fixture.app.get(RetentionRun, { strict: false }).run();
    await fixture.query('update graphile_worker._private_jobs set run_at = now()');
    await fixture.work();
    const reminder = await fixture.mail.about('is erased on');
    expect(reminder.subject).toMatch(/^Your Pivotwise result is erased on \w+day/);
    await person.open(/(http\S+\/assessment\/resume\/\S+)/.exec(reminder.text ?? '')?.[1] ?? '');
    await person.submit({}, { action: '/assessment/resume' });
    await person.follow('Your data');
    await person.submit({}, { action: '/assessment/data/keep' });
    const [row] = await fixture.query<{ days: string }>(
      'select extract(day from expires_at - $1::timestamptz) as days from assessments',
      [fixture.clock.now()],
    );
    expect(Number(row?.days)).toBeGreaterThan(363);
    expect(person.here.text).not.toContain('another 12 months');
  });
});
