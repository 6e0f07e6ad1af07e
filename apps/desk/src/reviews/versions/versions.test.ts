import { BlueprintJobs, BlueprintService, type BlueprintSnapshot } from '@app/blueprint';
import { blockKey, ReviewJobs } from '@app/review';
import { runJobs } from '@app/testing';
import { paidOrder } from '../../paid-order.builder.js';
import { type TestDesk, startDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';

const NOTE = 'I read every page beside your answers, and said one thing more plainly on page 2.';
const ASKED = 'Say what the course costs, and who pays for it.';

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

async function claimedBy(visitor: Visitor): Promise<{ orderId: string; path: string }> {
  const { orderId } = await paidOrder(fixture, 'Zoë Ó Fáidh');
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
const fileOf = (body: string): string => /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';

/** Adds words to a reason on page 2, which waits for the next file. */
async function sayMore(visitor: Visitor, path: string, orderId: string): Promise<string> {
  const [draft = ''] = (await current(orderId)).reasons;
  const text = `${draft.replace(/\.$/, '')}, as you said.`;
  await visitor.open(`${path}/edit?page=2`);
  const kept = await visitor.send(`${path}/edit`, { page: '2', block: blockKey(draft), text });
  expect(kept.location).toContain('done=edited');
  return text;
}

describe('two versions of a blueprint', () => {
  it('stand side by side, page by page, with the words that changed and the pages that differ', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path } = await claimedBy(ana);
    expect((await ana.open(`/orders/${orderId}/versions`)).body).toContain('There is only one version');
    await sayMore(ana, path, orderId);
    await ana.send(`${path}/note`, { note: NOTE });

    const compared = await ana.open(`/orders/${orderId}/versions`);
    expect(compared.body).toContain('Version 1 beside version 2');
    expect(compared.body).toContain('2 pages of 15 differ');
    // It opens at the first page that differs.
    expect(compared.body).toContain('Page 2 of 15: words changed');
    expect(compared.body).toMatch(/<ins>[^<]*as you said/);
    expect(compared.body).toMatch(/Staff \d+ put a note into it/);
    const marked = [...compared.body.matchAll(/class="differs">(\d+)/g)].map(([, page]) => page);
    expect(marked).toEqual(['2', '15']);
    for (const version of [1, 2]) {
      const picture = await ana.open(`/orders/${orderId}/versions/${version}/pages/2`);
      expect(picture.bytes.subarray(1, 4).toString()).toBe('PNG');
    }
    expect((await ana.open(`/orders/${orderId}/versions?from=1&to=2&page=3`)).body).toContain(
      'This page is the same in both',
    );
    expect((await ana.open(`/orders/${orderId}/versions/9/pages/2`)).status).toBe(404);
    expect((await ana.open(path)).body).toContain(`/orders/${orderId}/versions?to=2`);
    expect((await ana.open(`/orders/${orderId}`)).body).toContain('Compare two versions');
    const support = await fixture.signedIn('support');
    expect((await support.open(`/orders/${orderId}/versions`)).status).toBe(403);
  });
});

describe('a returned draft', () => {
  it('comes back with its changed words and what was asked of each page, and says which pages are still as they were', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    const { orderId, path } = await claimedBy(ana);
    const words = await sayMore(ana, path, orderId);
    await ana.send(`${path}/file`, {});
    expect((await ana.send(`${path}/instructions`, { page: '12', instruction: ' ' })).status).toBe(422);
    await ana.send(`${path}/instructions`, { page: '12', instruction: ASKED });
    await ana.send(`${path}/instructions`, { page: '3', instruction: 'Not this.' });
    const bench = await ana.open(path);
    const ids = [...bench.body.matchAll(/name="instruction_id" value="([^"]+)"/g)].map(([, one = '']) => one);
    await ana.send(`${path}/instructions/take-back`, { instruction_id: ids[1] ?? '', page: '1' });
    expect((await ana.open(path)).body).toContain('1 instruction for the next draft');
    await bob.open('/reviews');
    expect((await bob.send(`${path}/instructions`, { page: '2', instruction: ASKED })).status).toBe(409);
    // The instructions say why.
    expect((await ana.send(`${path}/return`, { return_reason: '' })).location).toBe('/reviews?done=returned');
    await work();

    const next = await claim(bob);
    expect(next).not.toBe(path);
    const { edits, order } = await current(orderId);
    expect([order.version, edits?.map(({ text }) => text)]).toEqual([3, [words]]);
    // Which block it was is still known, for the figures on what is changed often.
    expect(edits).toMatchObject([{ block: { place: expect.any(Number) } }]);
    const page = (await bob.open(`${next}?page=12`)).body;
    expect(page).toContain('Version 2 was returned');
    expect(page).toContain(ASKED);
    expect((await bob.open(`${next}/edit?page=12`)).body).toContain('Asked of this page');
    // Nothing was changed yet, so it is the same file again: red.
    expect(page).toContain('It says the same as before');
    await bob.send(`${next}/note`, { note: NOTE });
    const own = fileOf((await bob.open(next)).body);
    expect((await bob.send(`${next}/approve`, { sha256: own })).status).toBe(409);
    // With another page changed it is asked about the one that was not.
    const [, second = ''] = (await current(orderId)).reasons;
    await bob.send(`${next}/edit`, {
      page: '2',
      block: blockKey(second),
      text: `${second.replace(/\.$/, '')}, too.`,
    });
    await bob.send(`${next}/file`, {});
    const now = (await bob.open(`${next}?page=12`)).body;
    expect(now).not.toContain('It says the same as before');
    expect(now).toMatch(/Page 12: it says the same as in version 2, of which was asked/);
    // Whoever wrote the words it came back with is no second person for it.
    const [row] = await fixture.database.source.query<{ editors: string[]; share: number }[]>(
      'select editors, changed_share as share from reviews where id = $1',
      [next.split('/').at(-1)],
    );
    expect(row?.editors).toHaveLength(2);
    expect(row?.share).toBeGreaterThan(0);
    const history = (await bob.open(`/orders/${orderId}/versions`)).body;
    expect(history).toContain(`asked of page 12: “${ASKED}”`);
  });

  it('by the second person carries their instructions, too', async () => {
    const [ana, bea] = [await fixture.signedIn('reviewer'), await fixture.signedIn('approver')];
    const { orderId, path } = await claimedBy(ana);
    const { paths } = await current(orderId);
    await ana.open(`${path}/paths`);
    const chosen = await ana.send(`${path}/paths`, {
      recommended: 'path',
      first: paths[1]?.slug ?? '',
      second: paths[0]?.slug ?? '',
      third: paths[2]?.slug ?? '',
      reason: 'The second is nearer to what you wrote about yourself.',
      in_spite: '',
    });
    expect(chosen.location).toContain('done=chosen');
    expect((await ana.send(`${path}/note`, { note: NOTE })).location).toContain('done=noted');
    const own = fileOf((await ana.open(path)).body);
    expect((await ana.send(`${path}/approve`, { sha256: own, reason: 'I read it all.' })).location).toContain(
      'second_asked',
    );
    await bea.open(path);
    await bea.send(`${path}/instructions`, { page: '9', instruction: ASKED });
    expect((await bea.send(`${path}/second/return`, { return_reason: '' })).location).toBe(
      '/reviews?done=returned',
    );
    await work();
    const next = await current(orderId);
    // The choice stays.
    expect(next.choice?.paths).toEqual([paths[1]?.slug, paths[0]?.slug, paths[2]?.slug]);
    const again = await claim(ana);
    expect((await ana.open(`${again}?page=9`)).body).toContain(ASKED);
  });
});

describe('a draft made anew', () => {
  it('is made from the answers with what it is for, and never when it would say the same', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path } = await claimedBy(ana);
    await ana.open(path);
    expect((await ana.send(`${path}/anew`, { anew_reason: '' })).status).toBe(422);
    const same = await ana.send(`${path}/anew`, { anew_reason: 'Fresh figures.' });
    expect([same.status, same.body]).toEqual([422, expect.stringContaining('it would say the same')]);
    await sayMore(ana, path, orderId);
    await ana.send(`${path}/file`, {});
    expect(
      (await ana.send(`${path}/anew`, { anew_reason: 'My changes were no better.' })).location,
    ).toContain('done=anew');
    const { edits, order } = await current(orderId);
    expect([edits, order.version]).toEqual([undefined, 3]);
    expect((await ana.open(path)).body).toMatch(
      /Staff \d+ had it made anew, because “My changes were no better\.”/,
    );
    // Page by page its words go back to the draft’s, with the instruction kept.
    await sayMore(ana, path, orderId);
    await ana.send(`${path}/edit/take-back`, { page: '2', instruction: 'Say it in fewer words.' });
    expect((await ana.open(`${path}/edit?page=2`)).body).toMatch(
      /Asked of this page[^]*Say it in fewer words/,
    );
  });
});
