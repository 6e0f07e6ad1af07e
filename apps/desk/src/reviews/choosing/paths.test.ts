import { DataSource } from 'typeorm';
import { BlueprintJobs, BlueprintService, type BlueprintSnapshot } from '@app/blueprint';
import { readPdf } from '@app/pdf-reading';
import { blockKey, ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { paidOrder } from '../../paid-order.builder.js';
import { type TestDesk, startDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';

const NOTE = 'I read every page beside your answers, compared the figures, and chose your first path anew.';
const REASON = 'You write twice that you like to teach, and the ranking cannot read that.';
const IN_SPITE = 'You told us that you could train for longer if it were part time.';

let fixture: TestDesk;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture?.stop());

const work = (): Promise<unknown> =>
  runJobs(fixture.database.source, [
    ...fixture.app.get(BlueprintJobs).boundJobs(),
    ...fixture.app.get(ReviewJobs).boundJobs(),
  ]);

/** Somebody has paid, and this person has claimed their draft. */
async function claimedBy(visitor: Visitor): Promise<{ orderId: string; path: string }> {
  const { orderId } = await paidOrder(fixture, 'Zoë Ó Fáidh', {
    constraints: { lowestPay: 30_000, monthsToTrain: 12 },
  });
  await work();
  return { orderId, path: await claim(visitor) };
}

async function claim(visitor: Visitor): Promise<string> {
  await visitor.open('/reviews');
  return (await visitor.send('/reviews/next', {})).location?.split('?')[0] ?? '';
}

const current = async (orderId: string): Promise<BlueprintSnapshot> => {
  const blueprint = await fixture.app.get(BlueprintService).current(orderId);
  if (!blueprint) throw new Error('there is no draft');
  return blueprint.snapshot;
};
const slugs = ({ paths }: BlueprintSnapshot): string[] => paths.map(({ slug }) => slug);
const fileOf = (body: string): string => /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
const pagesOf = async (visitor: Visitor, path: string): Promise<string[]> =>
  (await readPdf((await visitor.open(`${path}/blueprint.pdf`)).bytes)).pages.map((page) =>
    page.replace(/\s+/g, ' '),
  );

/** Slugs in the first list of the form, by where the ranking has them. */
function offered(body: string): { within: string[]; beyond: string[] } {
  const [, list = ''] = /<select id="first"[^>]*>([^]*?)<\/select>/.exec(body) ?? [];
  const [within = '', beyond = ''] = list.split('label="Left out by the ranking"');
  const values = (html: string): string[] =>
    [...html.matchAll(/value="([^"]+)"/g)].map(([, slug = '']) => slug);
  const breaks = [...beyond.matchAll(/value="([^"]+)"[^>]*>[^<]*\(breaks a limit\)/g)];
  return { within: values(within), beyond: breaks.map(([, slug = '']) => slug) };
}

interface Choice {
  readonly recommended?: 'path' | 'stay';
  readonly paths: readonly string[];
  readonly reason?: string;
  readonly in_spite?: string;
}
const choose = (
  visitor: Visitor,
  path: string,
  { paths, recommended = 'path', reason = REASON, in_spite = '' }: Choice,
): ReturnType<Visitor['send']> => {
  const [first = '', second = '', third = ''] = paths;
  return visitor.send(`${path}/paths`, { recommended, first, second, third, reason, in_spite });
};

describe('the paths of a claimed draft', () => {
  it('are chosen anew from the ranked candidates with a reason: every page follows, words that fit stay, a second person approves', async () => {
    const [ana, bea] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer', 'approver')];
    const { orderId, path } = await claimedBy(ana);
    const before = await current(orderId);
    const list = await ana.open(`${path}/paths`);
    expect(list.body).toMatch(/match \d+, usual move \d+/);
    expect(list.body).toContain('Page 9 of this draft');
    expect(list.body).toContain('£30,000');
    const chosen = offered(list.body).within.find((slug) => !slugs(before).includes(slug)) ?? '';
    const [, second = '', third = ''] = slugs(before);

    // A word changed on a page that stays, and one on the page of the path that goes.
    const [kept = ''] = before.learning.map(({ why }) => why);
    const [gone = ''] = before.paths[0]?.why ?? [];
    expect(kept).not.toBe('');
    await ana.send(`${path}/edit`, {
      page: '9',
      block: blockKey(gone),
      text: `${gone.replace(/\.$/, '')}, you say.`,
    });
    const headline = await firstBlock(ana, path, 3);
    await ana.send(`${path}/edit`, {
      page: '3',
      block: blockKey(headline),
      text: `${headline.replace(/\.$/, '')}, you say`,
    });
    const seen = fileOf((await ana.open(path)).body);
    for (const page of ['5', '9'])
      await ana.send(`${path}/pages/${page}/tick`, { sha256: seen, seen: 'yes', pages: '15' });

    const wanted = { paths: [chosen, second, third] };
    const tooShort = await choose(ana, path, { ...wanted, reason: 'Better.' });
    expect([tooShort.status, tooShort.body]).toEqual([
      422,
      expect.stringContaining('Say why in a sentence or two'),
    ]);
    expect(tooShort.body).toMatch(new RegExp(`<option value="${chosen}" selected>`));
    for (const [paths, says] of [
      [slugs(before), 'has just these already'],
      [[chosen, chosen, third], 'Choose each path once'],
      [[chosen, second], 'choose one for each place'],
      [[chosen, '', third], 'Fill the places in order'],
      [['no-such-path', second, third], 'not among the candidates'],
    ] as const)
      expect((await choose(ana, path, { paths, recommended: before.recommended })).body).toContain(says);
    expect((await choose(ana, path, wanted)).location).toBe(`${path}?page=9&done=chosen`);

    const after = await current(orderId);
    expect(slugs(after)).toEqual([chosen, second, third]);
    expect(after.order.version).toBe(2);
    expect(after.recommended).toBe('path');
    const title = after.paths[0]?.title ?? '';
    const pages = await pagesOf(ana, path);
    expect(pages).toHaveLength(15);
    for (const page of [2, 8, 9, 13])
      expect([page, pages[page - 1]?.toLowerCase()]).toEqual([
        page,
        expect.stringContaining(title.toLowerCase()),
      ]);
    expect(JSON.stringify(after.plan)).not.toBe(JSON.stringify(before.plan));
    // What is of the person alone is not touched.
    expect(after.result).toMatchObject({ score: before.result.score, tasks: before.result.tasks });
    expect(pages[2]).toContain(', you say');

    const bench = (await ana.open(`${path}?page=9`)).body;
    expect(bench).toContain('1 change of the version before had no place any more');
    expect(bench).toContain(REASON);
    expect(bench).toMatch(/\d+ read by you/);
    // Page 5 is the same and keeps its tick; page 9 is another page now.
    expect(bench).toMatch(/\?page=5">5<span aria-hidden="true">✓/);
    expect(bench).not.toMatch(/\?page=9"[^>]*>9[^/]*✓/);
    // The note is owed anew and begins with the choice.
    expect(bench).toMatch(/<textarea id="note"[^>]*>I chose [^<]* in place of [^<]*like to teach/);

    await ana.send(`${path}/note`, { note: NOTE });
    const own = fileOf((await ana.open(path)).body);
    expect((await ana.send(`${path}/approve`, { sha256: own, reason: 'I read all of it.' })).location).toBe(
      '/reviews?done=second_asked',
    );
    const screen = (await bea.open(path)).body;
    expect(screen).toContain('Other paths than the ranking gives were chosen');
    for (const said of [REASON, NOTE, ', you say', 'Compare with the first draft', 'of 15 pages'])
      expect(screen).toContain(said);
    expect(screen).toContain(`action="${path}/pages/1/tick"`);
    await bea.send(`${path}/pages/1/tick`, { sha256: own, seen: 'yes', pages: '15' });
    expect((await bea.open(`${path}?page=1`)).body).toContain('Take the tick back');
    expect((await bea.send(`${path}/second`, { sha256: own })).location).toBe('/reviews?done=approved');
    const audited = await fixture.app
      .get(DataSource)
      .query<{ reason: string; after: { paths: string[]; pathsBefore: string[] } }[]>(
        `select reason, after from audit_log where action = 'review.path_chosen' and after->>'orderId' = $1`,
        [orderId],
      );
    expect(audited).toMatchObject([
      {
        reason: REASON,
        after: { paths: ['path', ...slugs(after)], pathsBefore: [before.recommended, ...slugs(before)] },
      },
    ]);
  });

  it('may break a limit of theirs only with a second reason; the page says so first, a check asks, and it can be taken back', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path } = await claimedBy(ana);
    const before = await current(orderId);
    const [beyond = ''] = offered((await ana.open(`${path}/paths`)).body).beyond;
    const paths = [beyond, ...slugs(before).slice(1)];
    const refused = await choose(ana, path, { paths });
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.stringMatching(/A limit that they named is broken/),
    ]);
    expect(slugs(await current(orderId))).toEqual(slugs(before));
    expect((await choose(ana, path, { paths, in_spite: IN_SPITE })).location).toContain('done=chosen');
    const { choice, paths: now } = await current(orderId);
    const [limit = ''] = choice?.limits[0]?.words ?? [];
    expect(now[0]?.why[0]).toBe(`Past your limits: ${limit}`);
    expect((await pagesOf(ana, path))[8]).toContain(limit);
    const bench = (await ana.open(`${path}?page=9`)).body;
    expect(bench).toMatch(/breaks a limit/);
    expect(bench).toContain(IN_SPITE);

    expect(
      (
        await choose(ana, path, {
          paths: slugs(before),
          recommended: before.recommended,
          reason: 'The ranking was right after all.',
        })
      ).location,
    ).toContain('done=chosen');
    const back = await current(orderId);
    expect([back.choice, slugs(back), back.order.version]).toEqual([undefined, slugs(before), 3]);
  });

  it('can make staying the advice, with the paths as they were', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path } = await claimedBy(ana);
    const before = await current(orderId);
    const other = before.recommended === 'stay' ? 'path' : 'stay';
    expect((await choose(ana, path, { recommended: other, paths: slugs(before) })).location).toContain(
      'done=chosen',
    );
    const after = await current(orderId);
    expect([after.recommended, slugs(after)]).toEqual([other, slugs(before)]);
    expect((await pagesOf(ana, path))[1]).toMatch(/your reviewer would first (stay|try)/i);
  });

  it('are chosen by nobody else than whoever has claimed it, and the database asks for two people', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    const { orderId, path } = await claimedBy(ana);
    const before = await current(orderId);
    await bob.open('/reviews');
    const refused = await choose(bob, path, { recommended: 'stay', paths: slugs(before).reverse() });
    expect([refused.status, refused.body]).toEqual([409, expect.stringMatching(/has claimed this review/)]);
    await choose(ana, path, { paths: slugs(before).reverse() });
    await ana.send(`${path}/note`, { note: NOTE });
    const id = path.split('/').at(-1);
    await expect(
      fixture.database.source.query(
        `update reviews set state = 'approved', decided_by = claimed_by, decided_at = now(), claimed_by = null, claimed_at = null,
           claim_active_at = null, approved_sha256 = (select pdf_sha256 from blueprints where id = blueprint_id) where id = $1`,
        [id],
      ),
    ).rejects.toThrow(/reviews_chosen_needs_second/);
  });
});

async function firstBlock(visitor: Visitor, path: string, page: number): Promise<string> {
  const { body } = await visitor.open(`${path}/edit?page=${page}`);
  const [, text = ''] = /<textarea id="text-[^>]*>([^<]*)</.exec(body) ?? [];
  return text.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}
