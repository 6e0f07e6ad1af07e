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

/** What the desk says is new on a page, and the sentences it lists. */
async function newOn(visitor: Visitor, path: string, page: number): Promise<[string, string[]]> {
  const { body } = await visitor.open(`${path}?page=${page}`);
  const part = /<section[^>]*aria-labelledby="fresh-title">([^]*?)<\/section>/.exec(body)?.[1] ?? '';
  const listed = [...part.matchAll(/<li>([^]*?)<\/li>/g)].map(([, sentence = '']) => sentence);
  return [/<h2[^>]*>([^<]*)</.exec(part)?.[1] ?? '', listed];
}

async function tick(visitor: Visitor, path: string, page: number, seen: 'yes' | 'no'): Promise<void> {
  const { body } = await visitor.open(`${path}?page=${page}`);
  const sha256 = /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
  await visitor.send(`${path}/pages/${page}/tick`, { sha256, seen, pages: '15' });
}

describe('what of a page its reviewer has read before', () => {
  it('is known from the ticks in other drafts, whatever the figures; here it stays new, and to others', async () => {
    const ana = await fixture.signedIn('reviewer');
    const first = await draftOf('Ada Lovelace', ana, { ...OWN, hoursPerWeek: 38 });
    for (const page of [1, 2, 3, 4, 5, 6, 7]) await tick(ana, first, page, 'yes');
    await tick(ana, first, 5, 'no');
    expect(await newOn(ana, first, 3)).toEqual(['All of page 3 is new to you', []]);

    const second = await draftOf('Zoë Ó Fáidh', ana, { ...OWN, hoursPerWeek: 30 });
    // What a customer typed is kept in no form, so it is new each time; the rest differs by figures alone.
    const [heading, listed] = await newOn(ana, second, 3);
    expect(heading).toMatch(/^New to you on page 3: 2 of \d+ sentences$/);
    expect(listed).toEqual([
      expect.stringContaining('minding the difference engine'),
      expect.stringMatching(/^Minding the difference engine · 30 h/),
    ]);
    expect(await newOn(ana, second, 7)).toEqual(['Nothing on page 7 is new to you', []]);
    expect(await newOn(ana, second, 5)).toEqual(['All of page 5 is new to you', []]);
    const bob = await fixture.signedIn('reviewer');
    expect(await newOn(bob, second, 3)).toEqual(['All of page 3 is new to you', []]);
  });
});
