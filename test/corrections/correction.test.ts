import { enqueue } from '@app/jobs';
import { formatDay, formatDayTime, plusDays, promiseFor } from '@app/kernel';
import { watchPromises } from '@app/orders';
import { readPdf } from '@app/pdf-reading';
import { Person } from '../../apps/cli/src/journey/person.js';
import type { Visitor } from '../../apps/desk/src/visitor.builder.js';
import { SiteAndDesk, type OrderInReview } from '../support/blockers/site-and-desk.js';

let fixture: SiteAndDesk;
let reviewer: Visitor;
let support: Visitor;
let made: OrderInReview;
/** The email of the first delivery, and its link. */
let firstEmail: string;
let firstLink: string;
beforeAll(async () => {
  fixture = await SiteAndDesk.open();
  reviewer = await fixture.desk.signedIn('reviewer');
  support = await fixture.desk.signedIn('support');
  made = await fixture.inReview(reviewer);
  await fixture.approve(reviewer, made);
  await fixture.site.work();
  firstEmail = (await fixture.site.mail.about('Blueprint is ready')).text?.replace(/\s+/g, ' ') ?? '';
  firstLink = /\S+\/download\/\S+/.exec(firstEmail)?.[0] ?? '';
}, 240_000);
afterAll(() => fixture?.close());
beforeEach(() => {
  fixture.site.mail.taken.length = 0;
});

const words = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const page = async (): Promise<string> => (await made.person.open(`${fixture.site.url}${made.page}`)).text;
/** The form, opened anew. */
const formOf = async (): Promise<Person> => {
  const person = new Person();
  await person.open(`${fixture.site.url}${made.page}/correction`);
  return person;
};
const ask = async (typed: string): Promise<void> => {
  const person = await formOf();
  await person.submit({ about: 'words', words: typed }, { action: '/correction' });
  await fixture.site.work();
};
/** A form of the order's page on the desk, sent; what it says afterwards. */
async function act(path: string, fields: Record<string, string>): Promise<{ status: number; done: string }> {
  const { body } = await support.open(`/orders/${made.orderId}`);
  const form_token = /name="form_token" value="([^"]+)"/.exec(body)?.[1] ?? '';
  const { status, location } = await support.send(`/orders/${made.orderId}/${path}`, {
    ...(path === 'letter' && { form_token }),
    ...fields,
  });
  return { status, done: location?.split('done=')[1] ?? '' };
}
const openTasks = async (): Promise<string[]> =>
  (
    await fixture.site.query<{ kind: string }>(
      'select kind from staff_tasks where order_id = $1 and closed_at is null order by kind',
      [made.orderId],
    )
  ).map(({ kind }) => kind);
const happened = async (): Promise<string[]> =>
  (
    await fixture.site.query<{ name: string }>(
      `select name from order_events where order_id = $1 and name like 'correction%' order by id`,
      [made.orderId],
    )
  ).map(({ name }) => name);
const watch = async (): Promise<void> => {
  await enqueue(fixture.site.database.source.manager, watchPromises, {});
  await fixture.site.work();
};
const subjects = async (): Promise<(string | undefined)[]> =>
  (await fixture.site.emails()).map(({ subject }) => subject);

/** What the public page says of a copy with this check code. */
const verified = async (code: string): Promise<string> =>
  (await new Person().open(`${fixture.site.url}/verify/${made.reference}/${code}`)).text;

describe('a correction', () => {
  it('is asked for on the order page: free, with its own promise on the page, by email and in the database, and a task', async () => {
    expect(await page()).toContain('Free, until');
    await made.person.follow('Ask for a correction');
    const promised = promiseFor(fixture.site.clock.now()).promiseAt;
    expect(made.person.here.text).toContain(`or our answer, by ${formatDayTime(promised)}`);
    await made.person.submit({}, { action: '/correction', expected: 422 });
    expect(made.person.here.text).toMatch(/Choose what it is about\..*Tell us what is wrong/);
    const other = await formOf();
    await made.person.submit(
      { about: 'me', words: 'Page 1: my name is Ada King.\n\n\n<b>Not</b> Lovelace.' },
      { action: '/correction' },
    );
    expect(made.person.here.text).toMatch(
      new RegExp(
        `Your correction is under way You have the corrected blueprint or our answer by ${formatDayTime(promised)}`,
      ),
    );
    expect(made.person.here.text).not.toContain('Ask for a correction');
    // A second one, from a page that was open before.
    await other.submit({ about: 'path', words: 'And page 9.' }, { action: '/correction', expected: 409 });
    expect(other.here.text).toContain('You have asked for a correction already');

    await fixture.site.work();
    const [email, ...more] = await fixture.site.emails();
    expect(more).toEqual([]);
    expect(email?.subject).toBe(`Your correction of blueprint ${made.reference}`);
    for (const body of [email?.text ?? '', words(String(email?.html))])
      expect(body.replace(/\s+/g, ' ')).toContain(
        `By ${formatDayTime(promised)} you have the corrected blueprint`,
      );
    expect(email?.text).toContain('Page 1: my name is Ada King.\n\n<b>Not</b> Lovelace.');
    expect(String(email?.html)).toContain('&lt;b&gt;Not&lt;/b&gt;');
    expect(await fixture.site.query('select about, promise_at from corrections')).toEqual([
      { about: 'me', promise_at: promised },
    ]);
    await expect(
      fixture.site.query(`update corrections set promise_at = promise_at + interval '1 day'`),
    ).rejects.toThrow(/promised .* stays/);
    expect(await openTasks()).toEqual(['correction_asked']);
    expect((await support.open('/tasks')).body).toMatch(
      /Correction asked[^]*act=redraft_correction#act-redraft_correction[^]*Have it made again[^]*Answer without a change/,
    );
    expect(await page()).not.toContain('erased');
  });

  it('is taken up at the desk: a new version, reviewed and sent like the first, settles it, and takes the place of the one before', async () => {
    const shown = (await support.open(`/orders/${made.orderId}?act=redraft_correction`)).body;
    expect(shown).toContain('Page 1: my name is Ada King.');
    const redraft = { name: 'Ada King', answer: 'Your name on the cover and on every page.' };
    expect((await act('correction/redraft', { ...redraft, answer: ' ' })).status).toBe(422);
    expect(await act('correction/redraft', redraft)).toMatchObject({ done: 'redrafted' });
    expect(await act('correction/redraft', redraft)).toMatchObject({ done: 'redrafted' });
    await fixture.site.work();
    expect(await openTasks()).toEqual([]);
    // The first draft, and its file with the note, were versions 1 and 2.
    const [row, ...others] = await fixture.site.query<{ id: string; kept: boolean }>(
      `select r.id, r.promise_at = c.promise_at as kept
       from reviews r join blueprints b on b.id = r.blueprint_id join corrections c on c.id = b.correction_id
       where r.order_id = $1 and r.state = 'queued' and b.version = 3`,
      [made.orderId],
    );
    expect(others).toEqual([]);
    expect(row?.kept).toBe(true);
    expect(await page()).toMatch(
      /We agreed, and began to put it right.*A person read and approved it \(done\) ?\d/,
    );
    // What was sent before stays until the corrected version is there, and counts as the newest.
    expect((await new Person().open(firstLink)).text).toContain('Download');
    const [{ code } = { code: '' }] = await fixture.site.query<{ code: string }>(
      'select check_code as code from blueprints where version = 2',
    );
    const genuine = 'This copy is genuine';
    const replaced = 'A corrected version has taken its place since';
    expect(await verified(code)).toContain(genuine);
    expect(await verified(code)).not.toContain(replaced);
    await made.person.open(`${fixture.site.url}${made.page}/data/erase`);
    expect(made.person.here.text).toContain('We are correcting your blueprint');

    const review = `/reviews/${row?.id}`;
    expect((await reviewer.open(review)).body).toMatch(
      /This version is a correction[^]*my name is Ada King[^]*Your name on the cover and on every page/,
    );
    const taken = await fixture.takeUp(reviewer, made.orderId);
    expect(taken.review).toBe(review);
    // The file with the reviewer's note answers the same request.
    const [corrected] = await fixture.site.query<{ code: string; answers: boolean }>(
      `select check_code as code, correction_id = (select id from corrections) as answers from blueprints
       where version = 4 and pdf_sha256 = $1`,
      [taken.sha256],
    );
    expect(corrected?.answers).toBe(true);
    fixture.site.clock.advance(60_000);
    const approved = await fixture.approve(reviewer, { ...made, ...taken });
    expect([approved.location, words(approved.body)]).toEqual([expect.stringContaining('done=approved'), '']);
    fixture.site.mail.taken.length = 0;
    await fixture.site.work();
    const email = await fixture.site.mail.about('corrected Career Pivot Blueprint');
    expect(await subjects()).toEqual([`Your corrected Career Pivot Blueprint is ready (${made.reference})`]);
    expect(email.text).toContain('Your name on the cover and on every page.');
    const [pdf] = email.attachments;
    const reading = await readPdf(pdf?.content ?? Buffer.of());
    expect(reading.pages).toHaveLength(15);
    expect(JSON.stringify(reading)).toContain('Ada King');
    expect(await page()).toContain('Your blueprint has been corrected');
    expect((await new Person().open(firstLink, 410)).text).toContain('withdrawn');
    const newLink = /\S+\/download\/\S+/.exec(email.text ?? '')?.[0] ?? '';
    expect((await new Person().open(newLink)).text).toContain('Download');
    expect(await verified(code)).toContain(replaced);
    expect(await verified(corrected?.code ?? '')).toContain(genuine);
    expect(await verified(corrected?.code ?? '')).not.toContain(replaced);
    expect(await openTasks()).toEqual([]);
    expect(await happened()).toEqual(['correction_asked', 'correction_taken_up', 'correction_delivered']);
    const [audited] = await fixture.site.query<{ action: string }>(
      `select action from audit_log where subject_id = $1 and action like 'order.correction%'`,
      [made.orderId],
    );
    expect(audited?.action).toBe('order.correction_taken_up');
  }, 240_000);

  it('is answered without a change by a letter, which settles it', async () => {
    await ask('I do not like the colours.');
    expect(await openTasks()).toEqual(['correction_asked']);
    fixture.site.mail.taken.length = 0;
    expect((await act('letter', { letter: 'correction', words: '' })).status).toBe(422);
    expect(
      await act('letter', { letter: 'correction', words: 'They are chosen to be read by everybody.' }),
    ).toMatchObject({ done: 'written' });
    await fixture.site.work();
    expect(await subjects()).toEqual([`About the correction you asked for, order ${made.reference}`]);
    expect((await fixture.site.mail.about('About the correction')).text).toContain(
      'They are chosen to be read by everybody.',
    );
    expect(await page()).toMatch(/Your correction is answered.*We answered by email, without a change/);
    expect(await openTasks()).toEqual([]);
    expect((await act('letter', { letter: 'correction', words: 'Once more.' })).status).toBe(409);
  });

  it('that does not come in time is told to be near first; then it brings an apology with the new time, once for each, and a task', async () => {
    await ask('Page 13 names an employer that has closed.');
    const [{ at } = { at: new Date() }] = await fixture.site.query<{ at: Date }>(
      'select promise_at as at from corrections where settled_at is null',
    );
    fixture.site.mail.taken.length = 0;
    // Four business hours: the time is an evening.
    fixture.site.clock.set(new Date(at.getTime() - 4 * 3_600_000 - 1_000));
    await watch();
    expect(await subjects()).toEqual([]);
    fixture.site.clock.set(new Date(at.getTime() - 4 * 3_600_000));
    await watch();
    await watch();
    expect(await subjects()).toEqual([`Your correction may be late, order ${made.reference}`]);
    const warning = await fixture.site.mail.about('may be late');
    for (const body of [warning.text, words(String(warning.html))])
      expect(body?.replace(/\s+/g, ' ')).toMatch(
        new RegExp(
          `by ${formatDayTime(at)} ?\\. Less than half a working day .* We still mean to keep that time`,
        ),
      );
    expect(await openTasks()).toEqual(['correction_asked', 'correction_at_risk']);
    await expect(
      fixture.site.query('update corrections set at_risk_at = now() where at_risk_at is not null'),
    ).rejects.toThrow(/was warned stays/);
    fixture.site.mail.taken.length = 0;
    fixture.site.clock.set(at);
    await watch();
    expect(await subjects()).toEqual([]);
    fixture.site.clock.set(new Date(at.getTime() + 1_000));
    await watch();
    await watch();
    expect(await subjects()).toEqual([`Your correction is late, and we are sorry (order ${made.reference})`]);
    const [{ next } = { next: new Date() }] = await fixture.site.query<{ next: Date }>(
      'select new_time_at as next from corrections where settled_at is null',
    );
    const email = await fixture.site.mail.about('is late');
    expect(email.text).toContain(formatDayTime(at));
    expect(email.text).toContain(`The new time is ${formatDayTime(next)}`);
    expect(await page()).toContain(
      `That time has passed, and we are sorry. The new time is ${formatDayTime(next)}.`,
    );
    expect(await openTasks()).toEqual(['correction_asked', 'correction_at_risk', 'correction_late']);
    fixture.site.clock.set(new Date(next.getTime() + 1_000));
    await watch();
    expect(await subjects()).toHaveLength(2);
    // Days have passed, and sessions with them.
    support = await fixture.desk.signedIn('support');
    await act('letter', { letter: 'correction', words: 'It has moved, and trades on.' });
    expect(await openTasks()).toEqual([]);
    expect((await new Person().open(`${fixture.site.url}/on-time`)).text).toContain(
      '2 of 3 corrections that have fallen due came, or were answered, by the time we had named',
    );
  });

  it('can be asked for until the day that the page and the email name, and is gone with the order', async () => {
    const now = fixture.site.clock.now();
    const [{ at } = { at: now }] = await fixture.site.query<{ at: Date }>(
      'select delivered_at as at from orders',
    );
    const until = plusDays(at, 90);
    const person = await formOf();
    expect(person.here.text).toContain(`You can ask here until ${formatDay(until)}`);
    expect(firstEmail).toContain(`on your order page, until ${formatDay(until)}`);
    fixture.site.clock.set(new Date(until.getTime() + 1));
    await person.submit({ about: 'me', words: 'Late.' }, { action: '/correction', expected: 409 });
    expect(person.here.text).toContain('Please write to us about it');
    fixture.site.clock.set(now);

    await ask('A last one.');
    await made.person.open(`${fixture.site.url}${made.page}/data/erase`);
    await made.person.submit({ sure: 'yes' }, { action: '/data/erase' });
    expect(await openTasks()).toEqual([]);
    expect(await fixture.site.query('select words, answer from corrections')).toEqual(
      Array(4).fill({ words: null, answer: null }),
    );
    expect(await page()).not.toContain('Ask for a correction');
  });
});
