import { PassThrough, type Readable } from 'node:stream';
import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { type KeptView, QUEUE_FILTERS, type QueueFilter, QueueViews } from '@app/review';
import { type SignedIn, StaffSessions } from '@app/staff';
import { countsByName, ReviewQueue } from '@app/desk-reading';
import { headline } from './queue-words.js';

/** How often the counts are looked up while anybody watches, in milliseconds: one question for all who do. */
const EVERY = 2_000;
/** A sign of life every so many looks, so that proxies keep the line and the dead are noticed. */
const SIGN_EVERY = 10;
/** Lines of one session at once; the oldest goes. Browsers hold six to a place, and the pages want some too. */
export const MOST_LINES = 4;
/** A reader that lags by so many bytes is gone. */
const MOST_UNREAD = 65_536;

interface Line {
  readonly sessionId: string;
  readonly staffId: string;
  readonly views: readonly KeptView[];
  readonly out: PassThrough;
  told: string;
}

/**
 * The counts of the queue, told to everybody who has it open as they change: one look every two seconds by each process, however many watch,
 * and none while nobody does. A line ends with its session, and all do when the desk stops.
 */
@Injectable()
export class LiveQueue implements BeforeApplicationShutdown {
  private readonly log = new Logger(LiveQueue.name);
  private readonly lines = new Set<Line>();
  private timer: NodeJS.Timeout | undefined;
  private turn: Promise<void> = Promise.resolve();
  /** Looks that are not over. */
  private asked = 0;
  private looks = 0;
  private stopped = false;

  constructor(
    private readonly queue: ReviewQueue,
    private readonly kept: QueueViews,
    private readonly sessions: StaffSessions,
  ) {}

  /** A line of server-sent events for one open page. @throws DomainError `unavailable` once the desk stops. */
  async open({ sessionId, staffId }: Pick<SignedIn, 'sessionId' | 'staffId'>): Promise<Readable> {
    const views = await this.kept.of(staffId);
    if (this.stopped) throw new DomainError('unavailable', 'The desk is stopping.');
    const line: Line = { sessionId, staffId, views, out: new PassThrough(), told: '' };
    const ofSession = [...this.lines].filter((one) => one.sessionId === sessionId);
    for (const old of ofSession.slice(0, Math.max(0, ofSession.length - MOST_LINES + 1))) this.end(old);
    this.lines.add(line);
    line.out.on('close', () => this.drop(line));
    line.out.write('retry: 5000\n\n');
    this.timer ??= setInterval(() => {
      // A database that takes its time is not asked the faster for it.
      if (this.asked === 0) void this.look();
    }, EVERY).unref();
    void this.look();
    return line.out;
  }

  /** Looks up the counts and tells whoever was told others. One look at a time; the lines of ended sessions end. */
  look(): Promise<void> {
    this.asked += 1;
    this.turn = this.turn
      .then(() => this.tell())
      .catch((error: unknown) => {
        this.log.warn(`the counts of the queue could not be read: ${String(error)}`);
      })
      .finally(() => {
        this.asked -= 1;
      });
    return this.turn;
  }

  /** Pages find the next process by themselves: they were not told that it is over. */
  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearInterval(this.timer);
    for (const { out } of this.lines) out.end();
  }

  private async tell(): Promise<void> {
    const asked = [...this.lines];
    if (asked.length === 0) return;
    const may = await this.sessions.permissionsOf(asked.map(({ sessionId }) => sessionId));
    const lines = asked.filter((line) => may.get(line.sessionId)?.has('reviews.read') || this.end(line));
    const sets = distinct([
      ...QUEUE_FILTERS.map((name) => [name]),
      ...lines.flatMap(({ views }) => views.map(({ filters }) => filters)),
    ]);
    const counts = await this.queue.counts([...new Set(lines.map(({ staffId }) => staffId))], sets);
    this.looks += 1;
    for (const line of lines) this.tellOne(line, sets, counts.get(line.staffId) ?? []);
  }

  private tellOne(line: Line, sets: readonly (readonly QueueFilter[])[], numbers: readonly number[]): void {
    // It may have ended while the counts were looked up.
    if (line.out.writableEnded || line.out.destroyed) return;
    const byName = countsByName(numbers);
    const of = (filters: readonly QueueFilter[]): number =>
      numbers[sets.findIndex((set) => set.join() === filters.join())] ?? 0;
    const views = Object.fromEntries(line.views.map(({ id, filters }) => [id, of(filters)]));
    const words = JSON.stringify({ counts: { ...byName, ...views }, headline: headline(byName) });
    if (words !== line.told) line.out.write(`event: counts\ndata: ${words}\n\n`);
    else if (this.looks % SIGN_EVERY === 0) line.out.write(': still here\n\n');
    line.told = words;
    if (line.out.readableLength + line.out.writableLength > MOST_UNREAD) line.out.destroy();
  }

  /** Ends a line for good: the page does not come back by itself. */
  private end(line: Line): false {
    this.lines.delete(line);
    if (!line.out.writableEnded) line.out.end('event: over\ndata: \n\n');
    return false;
  }

  private drop(line: Line): void {
    this.lines.delete(line);
    if (this.lines.size > 0) return;
    clearInterval(this.timer);
    this.timer = undefined;
  }
}

const distinct = (sets: readonly (readonly QueueFilter[])[]): (readonly QueueFilter[])[] => [
  ...new Map(sets.map((set) => [set.join(), set])).values(),
];
