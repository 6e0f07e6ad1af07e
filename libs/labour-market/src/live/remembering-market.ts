import type { Clock } from '@app/kernel';
import { titlesToAsk } from './adzuna-market.js';
import { LiveMarket, type LiveFigures, type LiveQuestion, type LiveSource } from './live-market.js';
import { searchArea } from './search-area.js';

const HOUR = 3600_000;

/** How long readings are kept, in milliseconds. */
export const KEEPING = {
  /** A whole reading. The figures move slowly, and the free allowance of the API is enough for each edited report every three days. */
  wholeMs: 3 * 24 * HOUR,
  /** A reading with a part missing. */
  partMs: HOUR,
  /** "Not live": long enough that a busy page does not ask again and again. */
  noneMs: 60_000,
  /** While the source is down an older reading, with its date, still beats none; not for ever. */
  oldestMs: 7 * 24 * HOUR,
  entries: 2000,
} as const;

interface Memory {
  readonly figures: LiveFigures | null;
  readonly askAgainAt: number;
}

/**
 * Keeps readings in the memory of this process and asks once however many wait for the same. The figures are public and each carries its
 * own time, so another process may as well read its own.
 */
export class RememberingMarket extends LiveMarket {
  private readonly memories = new Map<string, Memory>();
  private readonly flights = new Map<string, Promise<LiveFigures | null>>();

  constructor(
    private readonly source: LiveSource,
    private readonly clock: Clock,
  ) {
    super();
  }

  override latest(question: LiveQuestion): LiveFigures | null {
    const key = keyOf(question);
    const memory = this.memories.get(key);
    const fresh = memory !== undefined && this.now() < memory.askAgainAt;
    // One at a time: a reading that cannot be fetched now is wanted again by the next page that shows it.
    // Nobody awaits it, so what a source should never throw must not end the process either.
    if (!fresh && this.flights.size === 0) this.fly(key, question).catch(() => undefined);
    return this.usable(memory);
  }

  override async forOccupation(question: LiveQuestion): Promise<LiveFigures | null> {
    const key = keyOf(question);
    const memory = this.memories.get(key);
    if (memory && this.now() < memory.askAgainAt) return memory.figures;
    return this.flights.get(key) ?? this.fly(key, question);
  }

  private fly(key: string, question: LiveQuestion): Promise<LiveFigures | null> {
    const flight = this.source
      .forOccupation(question)
      .then((figures) => this.remember(key, figures))
      .finally(() => this.flights.delete(key));
    this.flights.set(key, flight);
    return flight;
  }

  /** @returns what is to be shown: the new reading, or the last one when there is no new one and it is not too old */
  private remember(key: string, figures: LiveFigures | null): LiveFigures | null {
    const now = this.now();
    const shown = figures ?? this.usable(this.memories.get(key));
    // Taken out first, so that the oldest reading is always the first of the map.
    this.memories.delete(key);
    this.memories.set(key, { figures: shown, askAgainAt: now + lifeOf(figures) });
    if (this.memories.size > KEEPING.entries) {
      const [oldest] = this.memories.keys();
      if (oldest !== undefined) this.memories.delete(oldest);
    }
    return shown;
  }

  private usable(memory: Memory | undefined): LiveFigures | null {
    const last = memory?.figures ?? null;
    return last && this.now() - last.readAt.getTime() < KEEPING.oldestMs ? last : null;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

const keyOf = ({ titles, region }: LiveQuestion): string =>
  JSON.stringify([titlesToAsk(titles).map((title) => title.toLowerCase()), searchArea(region).name]);

function lifeOf(figures: LiveFigures | null): number {
  if (figures === null) return KEEPING.noneMs;
  const { vacancies, payHistogram, topCompanies, trend } = figures;
  const whole = vacancies === 0 || (payHistogram !== null && topCompanies !== null && trend !== null);
  return whole ? KEEPING.wholeMs : KEEPING.partMs;
}
