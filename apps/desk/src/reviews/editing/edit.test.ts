import { DataSource } from 'typeorm';
import { AssessmentService } from '@app/assessment';
import { BlueprintJobs, BlueprintService } from '@app/blueprint';
import { FigureCount } from '@app/desk-reading';
import { newSecret, pence } from '@app/kernel';
import { OrdersService } from '@app/orders';
import { readPdf } from '@app/pdf-reading';
import { blockKey, ReviewJobs } from '@app/review';
import { runJobs, tamper } from '@app/testing';
import { type TestDesk, startDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';

const NOTE = 'I read every page beside your answers, and said two things more plainly on page 2.';

let fixture: TestDesk;
beforeAll(async () => {
  fixture = await startDesk();
});
afterAll(() => fixture.stop());

interface Waiting {
  readonly orderId: string;
  readonly path: string;
  readonly reasons: readonly string[];
}

/** Somebody has paid, and this person has claimed their draft. */
async function claimedBy(visitor: Visitor): Promise<Waiting> {
  const { app, clock } = fixture;
  const assessments = app.get(AssessmentService);
  const { code, assessment } = await assessments.start();
  await assessments.saveScreen(code, 'job', { occupationSlug: 'machine-learning-engineer' }, 0);
  await assessments.complete(code);
  const orders = app.get(OrdersService);
  const { order } = await orders.place({
    formToken: newSecret(),
    assessmentId: assessment.id,
    occupationTitle: 'Machine learning engineer',
    answersCompleteAt: clock.now(),
    customerName: 'Zoë Ó Fáidh',
    customerEmail: 'zoe@example.org',
    startChoice: 'start_now',
    consents: ['start_in_cancellation_period', 'right_ends_on_delivery'],
    ipAddress: '192.0.2.9',
  });
  await app.get(DataSource).transaction(async (manager) => {
    await orders.recordPaid(manager, { orderId: order.id, amount: pence(4900), at: clock.now() });
    await orders.confirmationAccepted(manager, order.id, clock.now());
  });
  const jobs = [...app.get(BlueprintJobs).boundJobs(), ...app.get(ReviewJobs).boundJobs()];
  await runJobs(fixture.database.source, jobs);
  await visitor.open('/reviews');
  const [path = ''] = (await visitor.send('/reviews/next', {})).location?.split('?') ?? [];
  const current = await app.get(BlueprintService).current(order.id);
  return { orderId: order.id, path, reasons: current?.snapshot.reasons ?? [] };
}

const edit = (visitor: Visitor, path: string, draft: string, text: string): ReturnType<Visitor['send']> =>
  visitor.send(`${path}/edit`, { page: '2', block: blockKey(draft), text });
const fileOf = (body: string): string => /name="sha256" value="([0-9a-f]{64})"/.exec(body)?.[1] ?? '';
const pageOf = async (visitor: Visitor, path: string, page: number): Promise<string> => {
  const { pages } = await readPdf((await visitor.open(`${path}/blueprint.pdf`)).bytes);
  return (pages[page - 1] ?? '').replace(/\s+/g, ' ');
};

describe('the words of a claimed draft', () => {
  it('are changed with every figure kept, wait, become the next file with the note, and only then go out', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path, reasons } = await claimedBy(ana);
    const [draft = ''] = reasons;
    const first = await ana.open(`${path}/edit?page=2`);
    expect(first.body).toContain(`<span class="chip">`);

    const refused = await edit(ana, path, draft, draft.replace(/\d+/, '7'));
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.stringMatching(/Figures cannot be changed\. Missing: \d+/),
    ]);
    const long = await edit(ana, path, draft, `${draft} ${'and so on '.repeat(30)}`);
    expect([long.status, long.body]).toEqual([422, expect.stringContaining('Keep this block to')]);
    const words = draft.replace(/\.$/, ', as you said.');
    expect((await edit(ana, path, draft, words)).location).toBe(`${path}/edit?page=2&done=edited`);

    const page = await ana.open(`${path}/edit?page=2`);
    expect(page.body).toContain('1 change waits');
    expect(page.body).toMatch(/<ins>[^<]*as you said\.<\/ins>/);
    expect((await ana.open(`${path}/edit/pages/2`)).bytes.subarray(1, 4).toString()).toBe('PNG');
    // Nothing is in the file yet.
    expect(await pageOf(ana, path, 2)).not.toContain('as you said');
    const before = fileOf((await ana.open(path)).body);
    for (const page of [1, 2])
      await ana.send(`${path}/pages/${page}/tick`, { sha256: before, seen: 'yes', pages: '15' });

    expect((await ana.send(`${path}/note`, { note: 'Fine.' })).status).toBe(422);
    const noted = await ana.send(`${path}/note`, { note: NOTE, signature: 'nobody of ours' });
    expect(noted.location).toBe(`${path}?page=15&done=noted`);
    expect(await pageOf(ana, path, 2)).toContain('as you said.');
    expect(await pageOf(ana, path, 15)).toMatch(/said two things more plainly on page 2\. Staff \d+/);
    const now = await ana.open(path);
    // Page 1 is the same; page 2 is to be read anew.
    expect(now.body).toContain('Page 1 of 15, 1 read by you');
    expect(fileOf(now.body)).not.toBe(before);
    expect((await ana.send(`${path}/approve`, { sha256: before })).status).toBe(409);
    expect((await ana.send(`${path}/approve`, { sha256: fileOf(now.body) })).location).toBe(
      '/reviews?done=approved',
    );
    // As the worker does every five minutes.
    await fixture.app.get(FigureCount).count();
    const manager = await fixture.signedIn('manager');
    expect((await manager.open('/figures')).body).toMatch(/Page 2, block \d+ \([a-z ]+\)[^]*1 of 1[^]*100%/);
    expect((await manager.open('/figures/blocks.csv')).body).toMatch(/"2","\d+","[a-z ]+","1","1","100"/);
    const versions = await fixture.app.get(BlueprintService).versions(orderId);
    expect(versions.map(({ version, state }) => [version, state])).toEqual([
      [2, 'rendered'],
      [1, 'superseded'],
    ]);
  });

  it('of a file that is not what the draft draws were read by nobody: no tick goes over to the next', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { orderId, path } = await claimedBy(ana);
    const other = `update blueprints set snapshot = jsonb_set(snapshot, '{result,score}', '99') where order_id = $1`;
    await tamper(fixture.database.source, other, [orderId]);
    await ana.send(`${path}/checks`, {});
    await ana.send(`${path}/pages/1/tick`, {
      sha256: fileOf((await ana.open(path)).body),
      seen: 'yes',
      pages: '15',
    });
    expect((await ana.open(path)).body).toContain('Page 1 of 15, 1 read by you');
    await ana.send(`${path}/note`, { note: NOTE });
    expect((await ana.open(path)).body).toContain('Page 1 of 15, 0 read by you');
  });

  it('are not approved by another than whoever wrote the note', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    const { path } = await claimedBy(ana);
    await ana.send(`${path}/note`, { note: NOTE });
    await ana.send(`${path}/release`, {});
    await bob.open(path);
    await bob.send(`${path}/claim`, {});
    const [file] = await fixture.database.source.query<{ sha256: string }[]>(
      'select b.pdf_sha256 as sha256 from blueprints b join reviews r on r.blueprint_id = b.id where r.id = $1',
      [path.split('/').at(-1)],
    );
    const refused = await bob.send(`${path}/approve`, { sha256: file?.sha256 ?? '' });
    expect([refused.status, refused.body]).toEqual([
      422,
      expect.stringContaining('needs a note of yours first'),
    ]);
    await bob.send(`${path}/note`, { note: NOTE.replace('two', 'some') });
    const own = fileOf((await bob.open(path)).body);
    expect((await bob.send(`${path}/approve`, { sha256: own })).location).toBe('/reviews?done=approved');
  });

  it('stand as drafted again when the change is taken back, one by one or all', async () => {
    const ana = await fixture.signedIn('reviewer');
    const { path, reasons } = await claimedBy(ana);
    const [first = '', second = ''] = reasons;
    await edit(ana, path, first, `${first.replace(/\.$/, '')}, as you said.`);
    await edit(ana, path, second, `${second.replace(/\.$/, '')}, as you said.`);
    expect((await ana.open(`${path}/edit?page=2`)).body).toContain('2 changes wait');
    await edit(ana, path, first, first);
    expect((await ana.open(`${path}/edit?page=2`)).body).toContain('1 change waits');
    await ana.send(`${path}/edit/take-back`, { page: '0' });
    expect((await ana.open(`${path}/edit?page=2`)).body).not.toContain('<ins>');
  });

  it('are changed by nobody else, and in no review that is decided', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('reviewer')];
    const { path, reasons } = await claimedBy(ana);
    const [draft = ''] = reasons;
    await bob.open('/reviews');
    const refused = await edit(bob, path, draft, `${draft.replace(/\.$/, '')}, as you said.`);
    expect([refused.status, refused.body]).toEqual([409, expect.stringMatching(/has claimed this review/)]);
    expect((await bob.send(`${path}/file`, {})).status).toBe(409);
    expect((await ana.send(`${path}/file`, {})).status).toBe(422);
  });
});
