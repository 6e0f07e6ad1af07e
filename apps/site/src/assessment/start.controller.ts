import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  AssessmentQuestions,
  AssessmentService,
  FINISHED_MONTHS,
  Line,
  UNFINISHED_DAYS,
} from '@app/assessment';
import { type Arrived, Form, RateLimit, seeOther, type SeeOther, type View, view } from '@app/http';
import { Catalogue, type Occupation } from '@app/occupations';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';

/** The job that somebody starts with, in the address or in the form. */
class StartForm {
  /** Slug of an occupation. */
  @Line(200)
  @IsOptional()
  @IsString()
  occupation?: string;
}

/** What the assessment is, before anything is kept. */
@Controller('assessment')
export class StartController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly catalogue: Catalogue,
    private readonly asking: AssessmentQuestions,
  ) {}

  @Get()
  async page(@Req() request: FastifyRequest, @AskedBy(StartForm) asked: StartForm): Promise<View> {
    const open = await this.sessions.open(request);
    const occupation = this.occupation(asked);
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
              next: addressOf(this.asking.goOn(open.assessment)),
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
  start(@AskedBy(StartForm) asked: StartForm): SeeOther {
    const occupation = this.occupation(asked);
    return seeOther(occupation ? `/assessment?occupation=${occupation.slug}` : '/assessment');
  }

  @Post('start')
  @RateLimit({ limit: 30, seconds: 600 })
  async begin(
    @Form(StartForm) { value }: Arrived<StartForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const { code } = await this.service.start();
    this.sessions.remember(reply, code);
    const occupation = this.occupation(value ?? {});
    const job = this.asking.questions.byId('job');
    if (!occupation) return seeOther(addressOf(job));
    const answers = { occupationSlug: occupation.slug, jobTitle: occupation.title };
    const { assessment } = await this.service.saveScreen(code, job.entry.id, answers, 0);
    return seeOther(addressOf(this.asking.sequence.next(job, this.asking.context(assessment.answers))));
  }

  private occupation({ occupation: slug }: StartForm): Occupation | undefined {
    return slug ? this.catalogue.bySlug(this.catalogue.redirectFor(slug) ?? slug) : undefined;
  }
}
