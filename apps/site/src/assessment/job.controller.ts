import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AssessmentService } from '@app/assessment';
import { RateLimit, seeOther, type SeeOther, type View } from '@app/http';
import { Catalogue, SECTORS, type SectorId } from '@app/occupations';
import { AssessmentSessions, type OpenAssessment } from './assessment-sessions.js';
import {
  fromQuery,
  notOpen,
  onwards,
  PAGES,
  question,
  type QuestionOptions,
  record,
  revisionOf,
  textOf,
} from './questions.js';

const LONGEST_TITLE = 80;
const MOST_HITS = 8;
const NONE = 'none';

/** Question 1: the job, by search; or the family of work when no title fits. */
@Controller('assessment')
export class JobController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly catalogue: Catalogue,
  ) {}

  @Get('job')
  @RateLimit({ limit: 120, seconds: 60 })
  async job(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    return this.jobPage(open, textOf(record(query)['q'], LONGEST_TITLE), '', fromQuery(query));
  }

  @Post('job')
  async chooseJob(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const words = textOf(record(body)['q'], LONGEST_TITLE);
    const slug = textOf(record(body)['occupation']);
    const options = fromQuery(body);
    if (slug === NONE)
      return seeOther(
        `${PAGES.family}?${new URLSearchParams({ title: words, ...(options.fromCheck ? { from: 'check' } : {}) }).toString()}`,
      );
    const occupation = slug ? this.catalogue.bySlug(slug) : undefined;
    if (!occupation) {
      return this.jobPage(open, words, slug, {
        ...options,
        errors: [
          { field: 'occupation', message: 'Choose the job that is closest to yours, or “None of these”' },
        ],
      });
    }
    const answers = {
      occupationSlug: occupation.slug,
      jobTitle: this.ownTitle(words, occupation.slug) ?? occupation.title,
    };
    return onwards(
      PAGES.tasks,
      body,
      await this.service.saveScreen(open.code, 'job', answers, revisionOf(body)),
    );
  }

  @Get('family')
  async family(@Req() request: FastifyRequest, @Query() query: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const { familyId = '', jobTitle = '' } = open.assessment.answers;
    const title = textOf(record(query)['title'], LONGEST_TITLE) || (familyId ? jobTitle : '');
    return this.familyPage(open, familyId, title, fromQuery(query));
  }

  @Post('family')
  async chooseFamily(@Req() request: FastifyRequest, @Body() body: unknown): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    const familyId = textOf(record(body)['family']);
    const jobTitle = textOf(record(body)['title'], LONGEST_TITLE);
    if (!Object.hasOwn(SECTORS, familyId)) {
      return this.familyPage(open, '', jobTitle, {
        ...fromQuery(body),
        errors: [{ field: 'family', message: 'Choose the kind of work that is closest to yours' }],
      });
    }
    const answers = { familyId: familyId as SectorId, ...(jobTitle ? { jobTitle } : {}) };
    const saved = await this.service.saveScreen(open.code, 'job', answers, revisionOf(body));
    return onwards(fromQuery(body).fromCheck ? PAGES.check : PAGES.first, body, saved);
  }

  /** What was typed, if it is a whole title of the job: half a word or a slip of the finger is not what anyone calls their job. */
  private ownTitle(words: string, slug: string): string | undefined {
    const hit = words
      ? this.catalogue.search(words, MOST_HITS).find((each) => each.slug === slug)
      : undefined;
    return hit && sameWords(hit.matchedTitle, words)
      ? words.charAt(0).toUpperCase() + words.slice(1)
      : undefined;
  }

  private jobPage(open: OpenAssessment, words: string, chosen: string, options: QuestionOptions): View {
    const { occupationSlug } = open.assessment.answers;
    const current = occupationSlug === undefined ? undefined : this.catalogue.bySlug(occupationSlug);
    const hits = words ? this.catalogue.search(words, MOST_HITS) : [];
    return question(
      'job',
      'job',
      open,
      {
        words,
        hits: hits.map(({ slug, title, matchedTitle }) => ({
          slug,
          title,
          matched: sameWords(matchedTitle, title) ? '' : matchedTitle,
        })),
        chosen,
        current: current ? { title: current.title } : null,
      },
      options,
    );
  }

  private familyPage(open: OpenAssessment, chosen: string, title: string, options: QuestionOptions): View {
    const families = Object.entries(SECTORS)
      .map(([id, name]) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    return question('job', 'family', open, { families, chosen, title }, { back: PAGES.job, ...options });
  }
}

const sameWords = (a: string, b: string): boolean =>
  a.localeCompare(b, 'en-GB', { sensitivity: 'base' }) === 0;
