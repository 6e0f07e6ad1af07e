import type { Answers } from '@app/assessment';
import { BlueprintJobs } from '@app/blueprint';
import { ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { paidOrder } from '../../paid-order.builder.js';
import { type TestDesk, startDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';

const OWN: Answers = {
  tasksFor: 'machine-learning-engineer',
  tasks: [{ taskId: 'own-1', text: 'Minding the difference engine', activity: '4.A.2.a.4' }],
};

const NURSE: Answers = { occupationSlug: 'nurse' };

let fixture: TestDesk;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture.stop());

/** The next draft of somebody of the same work, claimed by this person. @returns its address at the desk. */
async function draftOf(name: string, visitor: Visitor, answers: Answers): Promise<string> {
  await paidOrder(fixture, name, answers);
  const { app } = fixture;
  await runJobs(fixture.database.source, [
    ...app.get(BlueprintJobs).boundJobs(),
    ...app.get(ReviewJobs).boundJobs(),
  ]);
  await visitor.open('/reviews');
  return (await visitor.send('/reviews/next', {})).location?.split('?')[0] ?? '';
}

const plain = (html: string): string =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .trim();

/** What the desk says is new on a page, and the words it marks. */
async function newOn(visitor: Visitor, path: string, page: number): Promise<[string, string[]]> {
  const { body } = await visitor.open(`${path}?page=${page}`);
  const part = /<section[^>]*aria-labelledby="fresh-title">([^]*?)<\/section>/.exec(body)?.[1] ?? '';
  const list = /<ul class="reading">([^]*?)<\/ul>/.exec(part)?.[1] ?? '';
  const marked = [...list.matchAll(/<mark>([^]*?)<\/mark>/g)].map(([, words = '']) => plain(words));
  return [/<h2[^>]*>([^<]*)</.exec(part)?.[1] ?? '', marked];
}

async function tick(visitor: Visitor, path: string, page: number, seen: 'yes' | 'no'): Promise<void> {
  const { body } = await visitor.open(`${path}?page=${page}`);
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
  await visitor.send(`${path}/pages/${page}/tick`, { sha256, seen, pages: '15' });
}

const readAll = async (visitor: Visitor, path: string): Promise<void> => {
  for (let page = 1; page <= 15; page += 1) await tick(visitor, path, page, 'yes');
};

/** Sets what a decision would, without the note and the second person that it asks for. */
const set = (path: string, changes: string): Promise<unknown> =>
  fixture.database.source.query(
    `update reviews r set ${changes} from blueprints b where b.id = r.blueprint_id and r.id = $1`,
    [path.split('/').at(-1)],
  );
const APPROVED = `state = 'approved', approved_sha256 = b.pdf_sha256, decided_by = r.claimed_by, note_by = r.claimed_by, decided_at = r.claimed_at, checks = '[]'`;
const FIRST = `state = 'second', first_approved_by = (select id from staff where id <> r.claimed_by limit 1), first_approved_at = r.claimed_at,
  first_sha256 = b.pdf_sha256, needs_second = '{drawn}', claimed_by = null, claimed_at = null, claim_active_at = null`;

describe('what of a page its reviewer has read before', () => {
  it('is known from the ticks in other drafts, whatever the figures; here it stays new, and to others', async () => {
    const ana = await fixture.signedIn('reviewer');
    const first = await draftOf('Ada Lovelace', ana, { ...OWN, hoursPerWeek: 38 });
    for (const page of [1, 2, 3, 4, 5, 6, 7, 13]) await tick(ana, first, page, 'yes');
    await tick(ana, first, 5, 'no');
    expect((await newOn(ana, first, 3))[0]).toMatch(/^New on page 3|^All of page 3/);

    const second = await draftOf('Zoë Ó Fáidh', ana, { ...OWN, hoursPerWeek: 30 });
    // What a customer typed is kept in no form, so it is new each time; the rest differs by figures alone.
    for (const page of [3, 7]) {
      const [heading, marked] = await newOn(ana, second, page);
      expect(heading).toMatch(new RegExp(`^New on page ${page}: 8 words in 2 of \\d+ sentences$`));
      expect(marked.map((words) => words.toLowerCase())).toEqual([
        'minding the difference engine',
        'minding the difference engine',
      ]);
    }
    expect(await newOn(ana, second, 13)).toEqual(['Nothing on page 13 is new', []]);
    expect(await newOn(ana, second, 5)).toEqual(['All of page 5 is new to you', []]);
    const bob = await fixture.signedIn('reviewer');
    expect((await newOn(bob, second, 7))[0]).toBe('All of page 7 is new to you');
  });

  it('is what a colleague read once that draft is approved, not of one that was returned, and not for a second approval', async () => {
    const [cleo, dan] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer', 'approver')];
    const returned = await draftOf('Mary Somerville', cleo, NURSE);
    await readAll(cleo, returned);
    await cleo.send(`${returned}/return`, { return_reason: 'The first page says the wrong thing.' });
    const approved = await draftOf('Emmy Noether', cleo, NURSE);
    // What was read in a draft that was returned is read again.
    expect(await newOn(cleo, approved, 15)).toEqual(['All of page 15 is new to you', []]);
    await readAll(cleo, approved);

    const mine = await draftOf('Sofia Kovalevskaya', dan, NURSE);
    expect(await newOn(dan, mine, 15)).toEqual(['All of page 15 is new to you', []]);
    await set(approved, APPROVED);
    // Only the numbers of the order, which are everybody's own.
    expect((await newOn(dan, mine, 15))[0]).toMatch(/^New on page 15: 2 words in 1 of \d+ sentences$/);
    expect((await dan.open(`${mine}?page=15`)).body).toMatch(
      /or Staff \d+ \(\d+ \w+\) has, in a draft that was approved/,
    );
    await set(mine, FIRST);
    expect(await newOn(dan, mine, 15)).toEqual(['All of page 15 is new to you', []]);
  });
});
