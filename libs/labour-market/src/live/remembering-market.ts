import type { Clock } from '@app/kernel';
import { titlesToAsk } from './adzuna-market.js';
import { LiveMarket, type LiveFigures, type LiveQuestion } from './live-market.js';
import { searchArea } from './search-area.js';

const HOUR = 3600_000;

/** How long readings are kept, in milliseconds. */
export const KEEPING = {
  /** A whole reading. The figures move slowly, and the free allowance of the API is a few hundred requests a day. */
  wholeMs: 24 * HOUR,
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
    private readonly source: LiveMarket,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async forOccupation(question: LiveQuestion): Promise<LiveFigures | null> {
    const key = JSON.stringify([
      titlesToAsk(question.titles).map((title) => title.toLowerCase()),
      searchArea(question.region).name,
    ]);
    const memory = this.memories.get(key);
    if (memory && this.now() < memory.askAgainAt) return memory.figures;
    const flight = this.flights.get(key) ?? this.fly(key, question);
    return flight;
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
    const last = this.memories.get(key)?.figures ?? null;
    const usable = last && now - last.readAt.getTime() < KEEPING.oldestMs ? last : null;
    const shown = figures ?? usable;
    // Taken out first, so that the oldest reading is always the first of the map.
    this.memories.delete(key);
    this.memories.set(key, { figures: shown, askAgainAt: now + lifeOf(figures) });
    if (this.memories.size > KEEPING.entries) {
      const [oldest] = this.memories.keys();
      if (oldest !== undefined) this.memories.delete(oldest);
    }
    return shown;
  }

  private now(): number {
    return this.clock.now().getTime();
  }
}

function lifeOf(figures: LiveFigures | null): number {
  if (figures === null) return KEEPING.noneMs;
  const { vacancies, payHistogram, topCompanies, trend } = figures;
  const whole = vacancies === 0 || (payHistogram !== null && topCompanies !== null && trend !== null);
  return whole ? KEEPING.wholeMs : KEEPING.partMs;
}
