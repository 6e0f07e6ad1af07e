import { Controller, Get, Query } from '@nestjs/common';
import { intervalCell, toSvg } from '@app/charts';
import { PublicPage, RateLimit, SafeHtml, type View, view } from '@app/http';
import { bandWord, Catalogue, type OccupationSummary } from '@app/occupations';

const LONGEST_QUERY = 80;
const MOST_HITS = 30;

/** Browse by sector, rank by score, search with other titles and typing mistakes. Everything is an address, so every view can be kept. */
@Controller('occupations')
export class OccupationsController {
  constructor(private readonly catalogue: Catalogue) {}

  @Get()
  @PublicPage()
  @RateLimit({ limit: 120, seconds: 60 })
  browse(@Query() query: Record<string, unknown>): View {
    const words = text(query['q']).slice(0, LONGEST_QUERY);
    if (words) return this.results(words);
    const sector = this.sectors().find(({ id }) => id === text(query['sector']));
    return sector
      ? this.sector(sector, text(query['order']) === 'title' ? 'title' : 'score')
      : this.overview();
  }

  private results(words: string): View {
    const hits = this.catalogue.search(words, MOST_HITS).flatMap((hit) => {
      const occupation = this.catalogue.bySlug(hit.slug);
      return occupation
        ? [{ ...row(occupation), matched: hit.matchedTitle === hit.title ? '' : hit.matchedTitle }]
        : [];
    });
    return view('site/pages/occupations-results', {
      words,
      hits,
      meta: { description: `Occupations that match “${words}”.`, indexable: false },
    });
  }

  private overview(): View {
    return view('site/pages/occupations', {
      edited: this.catalogue
        .all()
        .filter(({ kind }) => kind === 'edited')
        .sort(byScore)
        .map(row),
      sectors: this.sectors(),
      total: this.catalogue.all().length,
      meta: {
        description: 'AI exposure scores of occupations in the UK, by sector, with the evidence behind each.',
        indexable: true,
      },
    });
  }

  private sector({ id, name }: Sector, order: 'score' | 'title'): View {
    const rows = this.catalogue.all().filter(({ sector }) => sector === id);
    return view('site/pages/occupations-sector', {
      sector: { id, name },
      order,
      rows: [...rows]
        .sort(order === 'score' ? byScore : (a, b) => a.title.localeCompare(b.title, 'en-GB'))
        .map(row),
      meta: {
        description: `AI exposure scores of ${rows.length} occupations in ${name.toLowerCase()}.`,
        indexable: true,
      },
    });
  }

  private sectors(): Sector[] {
    const counts = new Map<string, Sector>();
    for (const { sector, sectorName } of this.catalogue.all()) {
      counts.set(sector, { id: sector, name: sectorName, count: (counts.get(sector)?.count ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }
}

interface Sector {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim().normalize('NFC') : '');

const byScore = (a: OccupationSummary, b: OccupationSummary): number =>
  b.score - a.score || a.title.localeCompare(b.title, 'en-GB');

/** A line of a list: title, score, likely range and a mark. */
export const row = ({
  slug,
  title,
  sectorName,
  kind,
  score,
  interval,
}: OccupationSummary): Record<string, unknown> => ({
  slug,
  title,
  sectorName,
  kind,
  score: Math.round(score),
  band: bandWord(score),
  low: Math.round(interval.low),
  high: Math.round(interval.high),
  mark: new SafeHtml(toSvg(intervalCell(score, interval), { decorative: true })),
});
