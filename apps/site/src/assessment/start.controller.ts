import { Body, Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AssessmentService, FINISHED_MONTHS, UNFINISHED_DAYS } from '@app/assessment';
import { RateLimit, seeOther, type SeeOther, type View, view } from '@app/http';
import { Catalogue, type Occupation } from '@app/occupations';
import { AssessmentSessions } from './assessment-sessions.js';
import { whereToGoOn } from './where-to-go-on.js';
import { PAGES, record, textOf } from './questions.js';

/** What the assessment is, before anything is kept. */
@Controller('assessment')
export class StartController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @Query('occupation') slug: unknown): Promise<View> {
    const open = await this.sessions.open(request);
    const occupation = this.occupation(slug);
    return view('site/assessment/start', {
      occupation: occupation ? { slug: occupation.slug, title: occupation.title } : null,
      unfinished_days: UNFINISHED_DAYS,
      finished_months: FINISHED_MONTHS,
      open:
        open && open.assessment.revision > 0
          ? {
              code: open.code,
              saved: open.assessment.updatedAt,
              finished: open.assessment.completedAt !== null,
              next: whereToGoOn(open.assessment),
            }
          : null,
      meta: {
        description:
          'Find out how exposed your own working week is to AI. Free, complete, about five minutes, no account.',
        indexable: true,
      },
    });
  }

  /** Looking at a page begins nothing, so an address that names a job shows the start with that job. */
  @Get('start')
  start(@Query('occupation') slug: unknown): SeeOther {
    const occupation = this.occupation(slug);
    return seeOther(occupation ? `/assessment?occupation=${occupation.slug}` : '/assessment');
  }

  @Post('start')
  @RateLimit({ limit: 30, seconds: 600 })
  async begin(@Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<SeeOther> {
    const { code } = await this.service.start();
    this.sessions.remember(reply, code);
    const occupation = this.occupation(record(body)['occupation']);
    if (!occupation) return seeOther(PAGES.job);
    await this.service.saveScreen(
      code,
      'job',
      { occupationSlug: occupation.slug, jobTitle: occupation.title },
      0,
    );
    return seeOther(PAGES.tasks);
  }

  private occupation(slug: unknown): Occupation | undefined {
    const given = textOf(slug);
    return given ? this.catalogue.bySlug(this.catalogue.redirectFor(given) ?? given) : undefined;
  }
}
