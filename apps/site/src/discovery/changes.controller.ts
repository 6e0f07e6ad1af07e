import { Controller, Get, Header, Param } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Environment } from '@app/config';
import { movedTo, PublicPage, RateLimit, type SeeOther, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import {
  Catalogue,
  type OccupationSummary,
  pageHistory,
  type PageHistory,
  readScoreHistory,
} from '@app/occupations';
import { AskedBy } from '../forms/sent-form.js';
import { changesFeed } from './changes-feed.js';
import { type Change, changesOf } from './changes.js';
import { dayWords } from './day-words.js';
import { readEvidence } from './evidence-ledger.js';
import { LastChanged } from './last-changed.js';
import { historyEntries, historyView, movedIn } from './score-changes.js';

const HITS = 8;

/** An occupation to look for. */
class ChangesQuery {
  @IsOptional()
  @IsString()
  @MaxLength(100)
  q?: string;
}

/** What changed in the public figures: all of it, and the score of one occupation, as pages and as feeds. */
@Controller()
export class ChangesController {
  private readonly evidence = readEvidence();
  private readonly steps = readScoreHistory();

  constructor(
    private readonly environment: Environment,
    private readonly catalogue: Catalogue,
    private readonly changed: LastChanged,
  ) {}

  @Get('changes')
  @RateLimit({ limit: 120, seconds: 60 })
  @PublicPage({ seconds: 3_600 })
  page(@AskedBy(ChangesQuery) { q = '' }: ChangesQuery): View {
    const words = q.trim();
    return view('site/discovery/changes', {
      q: words,
      hits: words === '' ? [] : this.catalogue.search(words, HITS),
      changes: this.all().map((change) => ({ ...change, on: dayWords(change.day) })),
      moved: this.steps
        .filter(({ part }) => part !== null)
        .map((step) => movedIn(step, this.steps, this.catalogue))
        .reverse(),
      meta: {
        description:
          'When our scores, data and methods changed, what moved which score and why, and which studies were read, with a feed to follow.',
        indexable: words === '',
        canonical: '/changes',
      },
    });
  }

  /** Releases of the figures, reports that were revised after the running one, and studies that were read. */
  @Get('changes.atom')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  feed(): string {
    const { BRAND_NAME, SELLER_NAME, SITE_URL } = this.environment;
    return changesFeed({
      title: `${BRAND_NAME}: what changed in the figures`,
      author: SELLER_NAME,
      siteUrl: SITE_URL,
      path: '/changes.atom',
      page: '/changes',
      entries: this.all(),
    });
  }

  @Get('changes/:slug.atom')
  @PublicPage({ seconds: 3_600 })
  @Header('content-type', 'application/atom+xml; charset=utf-8')
  feedOf(@Param('slug') slug: string): string {
    const { occupation, history } = this.known(slug);
    const { BRAND_NAME, SELLER_NAME, SITE_URL } = this.environment;
    return changesFeed({
      title: `${BRAND_NAME}: the score of ${occupation.title}`,
      author: SELLER_NAME,
      siteUrl: SITE_URL,
      path: `/changes/${slug}.atom`,
      page: `/changes/${slug}`,
      entries: historyEntries(history, slug, occupation.title),
    });
  }

  @Get('changes/:slug')
  @PublicPage({ seconds: 3_600 })
  pageOf(@Param('slug') slug: string): View | SeeOther {
    const current = this.catalogue.redirectFor(slug);
    if (current !== undefined) return movedTo(`/changes/${current}`);
    const { occupation, history } = this.known(slug);
    return view('site/discovery/changes-of', {
      ...historyView(history, occupation.title),
      title: occupation.title,
      slug,
      meta: {
        description: `How the AI exposure score of ${occupation.title} has changed since it was first published, and why.`,
        indexable: false,
      },
    });
  }

  /** @throws DomainError `not_found` */
  private known(slug: string): { occupation: OccupationSummary; history: PageHistory } {
    const occupation = this.catalogue.bySlug(slug);
    const history = pageHistory(this.steps, slug);
    if (!occupation || !history) throw new DomainError('not_found', 'We have no occupation at this address.');
    return { occupation, history };
  }

  /** A first release is no change of each report. */
  private all(): readonly Change[] {
    const { release, releases } = this.changed;
    const reports = this.catalogue.all().flatMap(({ slug, title }) => {
      const changed = this.changed.report(slug);
      const content = this.catalogue.contentOf(slug)?.content;
      return content && changed > release ? [{ slug, title, changed, headline: content.answer }] : [];
    });
    return changesOf({ releases, reports, evidence: this.evidence });
  }
}
