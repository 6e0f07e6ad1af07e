import { Controller, Get, Query } from '@nestjs/common';
import { intervalCell, toSvg } from '@app/charts';
import { inSentence } from '@app/kernel';
import { PublicPage, RateLimit, SafeHtml, type View, view } from '@app/http';
import { bandWord, Catalogue, type OccupationSummary } from '@app/occupations';
import { bySector, rankingHeading, sectorHeading, sectorMark } from './occupations-by-sector.js';
import { rank, shownJobs, type Sort, SORTS } from './ranking.js';
import { type Suggestions, suggestionsOf } from './suggestions.js';

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
    if (text(query['by']) === 'group') return this.families();
    const asked = ['sector', 'sort', 'order', 'page'].some((name) => text(query[name]) !== '');
    return asked ? this.ranking(query) : this.overview();
  }

  /** For the list under a search field while somebody types. Kept nowhere: what is half typed is nobody's business. */
  @Get('suggestions')
  @RateLimit({ limit: 300, seconds: 60 })
  suggestions(@Query() query: Record<string, unknown>): Suggestions {
    const words = text(query['q']).slice(0, LONGEST_QUERY);
    return suggestionsOf(this.catalogue.find(words, MOST_HITS));
  }

  private results(words: string): View {
    const found = this.catalogue.find(words, MOST_HITS);
    const hits = found.hits.flatMap((hit) => {
      const occupation = this.catalogue.bySlug(hit.slug);
      return occupation
        ? [{ ...row(occupation), matched: hit.matchedTitle === hit.title ? '' : hit.matchedTitle }]
        : [];
    });
    return view('site/pages/occupations-results', {
      words,
      hits,
      answer: found.answer,
      note: found.note ?? null,
      meta: { description: `Occupations that match “${words}”.`, indexable: false },
    });
  }

  private overview(): View {
    const spreads = bySector(this.catalogue.all(), (each) => this.jobsOf(each));
    return view('site/pages/occupations', {
      edited: this.catalogue
        .all()
        .filter(({ kind }) => kind === 'edited')
        .sort(byScore)
        .map(row),
      sectors: spreads.map((sector) => ({
        ...sector,
        shown: Math.round(sector.median),
        low: Math.round(sector.half.low),
        high: Math.round(sector.half.high),
        mark: new SafeHtml(toSvg(sectorMark(sector), { decorative: true })),
      })),
      heading: sectorHeading(spreads),
      total: this.catalogue.all().length,
      meta: {
        description: 'AI exposure scores of occupations in the UK, by sector, with the evidence behind each.',
        indexable: true,
      },
    });
  }

  /** Every page where the official list of occupations has it. */
  private families(): View {
    const families = this.catalogue.families().map((family) => ({
      ...family,
      count: family.parts.reduce((sum, { groups }) => sum + groups.length, 0),
      parts: family.parts.map((part) => ({
        ...part,
        groups: part.groups.map(({ code, head, inside }) => ({
          code,
          head: {
            slug: head.slug,
            title: head.title,
            score: Math.round(head.score),
            band: bandWord(head.score),
          },
          inside: inside.map(({ slug, title }) => ({ slug, title })),
        })),
      })),
    }));
    return view('site/pages/occupations-families', {
      families,
      groups: families.reduce((sum, { count }) => sum + count, 0),
      total: this.catalogue.all().length,
      meta: {
        description:
          'All occupations of the UK by family of work, as the official list has them, each with its AI exposure score.',
        canonical: '/occupations?by=group',
        indexable: true,
      },
    });
  }

  private ranking(query: Record<string, unknown>): View {
    const sectors = this.sectors();
    const sector = sectors.find(({ id }) => id === text(query['sector']));
    // `order` is how the addresses of sector pages used to say it.
    const wanted = text(query['sort']) || text(query['order']);
    const sort = SORTS.find((each) => each === wanted) ?? 'score';
    const all = this.catalogue.all().filter((each) => !sector || each.sector === sector.id);
    const ranking = rank(all, (each) => this.jobsOf(each), sort, text(query['page']));
    const { page, pages, total } = ranking;
    return view('site/pages/occupations-ranking', {
      heading: rankingHeading(
        all.map(({ score }) => score),
        sector?.name ?? '',
      ),
      sector: sector ?? { id: '', name: '' },
      sectors,
      sort,
      page,
      pages,
      total,
      earlier: page > 1 ? rankingAddress(sort, sector, page - 1) : '',
      later: page < pages ? rankingAddress(sort, sector, page + 1) : '',
      rows: ranking.rows.map(({ occupation, rank: place, jobs }) => ({
        ...row(occupation),
        rank: place,
        jobs: shownJobs(jobs),
      })),
      jobsSource: this.catalogue.dataset.sources.get('ukJobs') ?? { name: '', release: '' },
      meta: {
        description: `AI exposure scores of ${total} occupations${sector ? ` in ${inSentence(sector.name)}` : ''}, ranked.`,
        // One address a page, however it was asked for.
        canonical: rankingAddress(sort, sector, page),
        indexable: true,
      },
    });
  }

  /** UK jobs that the code of an occupation stands for; roles that share a code show the same. */
  private jobsOf({ code }: OccupationSummary): number {
    return this.catalogue.dataset.occupations.get(code)?.ukJobs ?? 0;
  }

  private sectors(): Sector[] {
    const counts = new Map<string, Sector>();
    for (const { sector, sectorName } of this.catalogue.all()) {
      counts.set(sector, { id: sector, name: sectorName, count: (counts.get(sector)?.count ?? 0) + 1 });
    }
    return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
  }
}

const rankingAddress = (sort: Sort, sector: Sector | undefined, page: number): string =>
  `/occupations?sort=${sort}${sector ? `&sector=${sector.id}` : ''}${page > 1 ? `&page=${page}` : ''}`;

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
