import { HistogramAnswer, HistoryAnswer, SearchAnswer, TopCompaniesAnswer } from './adzuna-answers.js';
import type { AdzunaClient } from './adzuna-client.js';
import { payHistogramOf, topCompaniesOf, trendOf, vacanciesOf } from './figures-of.js';
import type { LiveFigures, LiveQuestion, LiveSource } from './live-market.js';
import type { OutsideWorld } from './outside-world.js';
import { type SearchArea, searchArea } from './search-area.js';

export const ADZUNA = 'Adzuna';
/** Each title costs a request of the daily allowance. */
const MOST_TITLES = 3;
const MOST_REQUESTS = MOST_TITLES + 3;
const LONGEST_TITLE = 100;

/** The titles that are worth asking for: trimmed, once each, at most three. */
export const titlesToAsk = (titles: readonly string[]): string[] =>
  [
    ...new Map(
      titles
        .map((title) => title.trim().replace(/\s+/g, ' ').slice(0, LONGEST_TITLE))
        .filter((title) => title !== '')
        .map((title) => [title.toLowerCase(), title]),
    ).values(),
  ].slice(0, MOST_TITLES);

/**
 * Live figures from the Adzuna API, version 1, country gb. One title at a time: only its search knows `what_or`, and a count, a
 * histogram and a trend of different sets of advertisements must not stand side by side.
 */
export class AdzunaMarket implements LiveSource {
  constructor(
    private readonly client: AdzunaClient,
    private readonly world: Pick<OutsideWorld, 'clock'>,
  ) {}

  async forOccupation({ titles, region }: LiveQuestion): Promise<LiveFigures | null> {
    // A whole reading or none: half of one would be asked for again soon.
    if (!this.client.hasRoomFor(MOST_REQUESTS)) return null;
    const area = searchArea(region);
    const patience = this.client.patience();
    let none: LiveFigures | null = null;
    for (const title of titlesToAsk(titles)) {
      const found = await this.client.ask(
        'search/1',
        SearchAnswer,
        { ...parametersOf(title, area), results_per_page: '1' },
        patience,
      );
      // Without the count nothing else is worth asking for, and a count of nothing would be made up.
      if (found === null) return null;
      if (found.count > 0) return this.figuresOf(title, area, found, patience);
      none ??= this.noVacancies(title, area);
    }
    return none;
  }

  private async figuresOf(
    title: string,
    area: SearchArea,
    found: SearchAnswer,
    patience: AbortSignal,
  ): Promise<LiveFigures> {
    const what = parametersOf(title, area);
    const [histogram, companies, history] = await Promise.all([
      this.client.ask('histogram', HistogramAnswer, what, patience),
      this.client.ask('top_companies', TopCompaniesAnswer, what, patience),
      this.client.ask('history', HistoryAnswer, { ...what, months: '12' }, patience),
    ]);
    return {
      ...vacanciesOf(found),
      payHistogram: histogram && payHistogramOf(histogram),
      topCompanies: companies && topCompaniesOf(companies),
      trend: history && trendOf(history),
      ...this.reading(title, area),
    };
  }

  private noVacancies(title: string, area: SearchArea): LiveFigures {
    return {
      vacancies: 0,
      meanPay: null,
      payHistogram: [],
      topCompanies: [],
      trend: null,
      ...this.reading(title, area),
    };
  }

  private reading(
    title: string,
    area: SearchArea,
  ): Pick<LiveFigures, 'searchedFor' | 'area' | 'source' | 'readAt'> {
    return { searchedFor: title, area: area.name, source: ADZUNA, readAt: this.world.clock.now() };
  }
}

const parametersOf = (title: string, area: SearchArea): Record<string, string> => ({
  what: title,
  ...Object.fromEntries(area.path.map((place, depth) => [`location${depth}`, place])),
});
