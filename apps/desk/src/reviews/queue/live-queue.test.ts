import { get, type IncomingMessage } from 'node:http';
import { DataSource } from 'typeorm';
import { StaffService } from '@app/staff';
import { startDesk, type TestDesk } from '../../test-desk.builder.js';
import type { Visitor } from '../../visitor.builder.js';
import { ReviewScene } from '../../../../../libs/review/src/review-scene.builder.js';
import { LiveQueue, MOST_LINES } from './live-queue.js';

let fixture: TestDesk;
let live: LiveQueue;
let scene: ReviewScene;
let url: string;
beforeAll(async () => {
  fixture = await startDesk();
  live = fixture.app.get(LiveQueue);
  scene = new ReviewScene(fixture.app.get(DataSource), fixture.clock);
  await fixture.app.listen(0, '127.0.0.1');
  url = await fixture.app.getUrl();
});
afterAll(() => fixture.stop());

interface Told {
  readonly counts: Readonly<Record<string, number>>;
  readonly headline: string;
}

/** A browser that listens to the queue over a real socket. */
class Listener {
  private readonly heard: string[] = [];
  private text = '';
  private wake: () => void = () => undefined;
  over = false;

  private constructor(readonly response: IncomingMessage) {
    response.setEncoding('utf8').on('data', (part: string) => {
      this.text += part;
      const events = this.text.split('\n\n');
      this.text = events.pop() ?? '';
      this.heard.push(...events.filter((event) => event.startsWith('event: ')));
      this.wake();
    });
    response.on('close', () => {
      this.over = true;
      this.wake();
    });
  }

  static open(visitor: Visitor, base = url): Promise<Listener> {
    return new Promise((resolve, reject) => {
      const headers = { cookie: `desk=${visitor.cookie('desk')}`, accept: 'text/event-stream' };
      get(`${base}/reviews/live`, { headers, agent: false }, (response) =>
        resolve(new Listener(response)),
      ).on('error', reject);
    });
  }

  /** What was heard next; waits for it. */
  async next(): Promise<string> {
    while (this.heard.length === 0 && !this.over)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
    return this.heard.shift() ?? 'nothing more';
  }

  async told(): Promise<Told> {
    const [, words = 'null'] = /^event: counts\ndata: (.*)$/.exec(await this.next()) ?? [];
    return JSON.parse(words) as Told;
  }

  async closed(): Promise<void> {
    while (!this.over)
      await new Promise<void>((resolve) => {
        this.wake = resolve;
      });
  }

  hangUp(): void {
    this.response.destroy();
  }
}

describe('the live counts', () => {
  it('come at once, and again by themselves when they change, for each person their own', async () => {
    const [ana, bob] = [await fixture.signedIn('reviewer'), await fixture.signedIn('auditor')];
    await ana.open('/reviews');
    const kept = await ana.send('/reviews/views', { name: 'Mine and late', show: ['mine', 'overdue'] });
    const view = /view=([0-9a-f-]{36})/.exec(kept.location ?? '')?.[1] ?? '';
    const [hers, his] = [await Listener.open(ana), await Listener.open(bob)];
    expect(hers.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    expect(hers.response.headers['content-encoding']).toBeUndefined();
    const first = await hers.told();
    expect(first).toMatchObject({
      counts: { open: 0, mine: 0, [view]: 0 },
      headline: 'Nothing waits for review',
    });
    expect((await his.told()).counts).not.toHaveProperty(view);

    const late = await scene.review({ promiseAt: new Date('2026-11-20T18:00Z') });
    const found = { counts: { open: 1, unclaimed: 1, overdue: 1, mine: 0 }, headline: '1 review is overdue' };
    // Nobody asks it to look: the desk does by itself.
    expect([await hers.told(), await his.told()]).toMatchObject([found, found]);
    await ana.send(`/reviews/${late.reviewId}/claim`, {});
    expect([await hers.told(), await his.told()]).toMatchObject([
      { counts: { mine: 1, unclaimed: 0, [view]: 1 } },
      { counts: { mine: 0, unclaimed: 0 } },
    ]);
    for (const one of [hers, his]) one.hangUp();
  });

  it('end at sign-out, when the session is idle for too long, and when the account is disabled', async () => {
    const [leaver, idle, disabled] = [
      await fixture.signedIn('reviewer'),
      await fixture.signedIn('reviewer'),
      await fixture.signedIn('manager'),
    ];
    const lines = [await Listener.open(leaver), await Listener.open(idle), await Listener.open(disabled)];
    for (const line of lines) await line.told();
    const [left, out, shut] = lines as [Listener, Listener, Listener];
    await leaver.open('/reviews');
    await leaver.send('/sign-out', {});
    await live.look();
    expect(await left.next()).toBe('event: over\ndata: ');
    await left.closed();

    const account = (await fixture.app.get(StaffService).active()).find(({ roles }) =>
      roles.includes('manager'),
    );
    await fixture.database.source.query('update staff set disabled_at = now() where id = $1', [account?.id]);
    await live.look();
    expect(await shut.next()).toBe('event: over\ndata: ');

    // Listening is nobody's work: what a page does by itself keeps no session open.
    fixture.clock.advance(20 * 60_000);
    const again = await Listener.open(idle);
    await again.told();
    fixture.clock.advance(11 * 60_000);
    await live.look();
    for (const line of [out, again]) {
      expect(await line.next()).toMatch(/^event: (counts|over)/);
      await line.closed();
    }
    const refused = await Listener.open(idle);
    expect(refused.response.statusCode).toBe(303);
    refused.hangUp();
  });

  it(`are ${MOST_LINES} at most for one session: the oldest makes room`, async () => {
    const visitor = await fixture.signedIn('reviewer');
    const lines: Listener[] = [];
    for (let n = 0; n <= MOST_LINES; n += 1) {
      const line = await Listener.open(visitor);
      await line.told();
      lines.push(line);
    }
    const [oldest, ...others] = lines as [Listener, ...Listener[]];
    await oldest.closed();
    expect(await oldest.next()).toBe('event: over\ndata: ');
    expect(others.map(({ over }) => over)).toEqual(others.map(() => false));
    for (const line of others) line.hangUp();
  });

  it('are closed to strangers and to whoever may not read reviews', async () => {
    const support = await fixture.signedIn('support');
    const refused = await Listener.open(support);
    expect(refused.response.statusCode).toBe(403);
    refused.hangUp();
  });

  it('let the desk stop at once, with pages that listen', async () => {
    const other = await startDesk(fixture);
    await other.app.listen(0, '127.0.0.1');
    const line = await Listener.open(await other.signedIn('reviewer'), await other.app.getUrl());
    await line.told();
    await other.stop();
    await line.closed();
    // Without a word that it is over: the page comes back to the next process by itself.
    expect(await line.next()).toBe('nothing more');
  });
});
