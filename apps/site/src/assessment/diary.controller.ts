import { Controller, Get, Req } from '@nestjs/common';
import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { Type } from 'class-transformer';
import type { FastifyRequest } from 'fastify';
import { AssessmentService, ScoreDiary } from '@app/assessment';
import { type SeeOther, seeOther, type View, view } from '@app/http';
import { Catalogue } from '@app/occupations';
import { AskedBy } from '../forms/sent-form.js';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen } from './not-open.js';
import { diaryView } from './views/diary-view.js';

/** From which of the scores on, the oldest first. */
class DiaryQuery {
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(100)
  since?: number;
}

/** What changed since a result was given: in the answers, in the world, in our method. */
@Controller('assessment/diary')
export class DiaryController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly diary: ScoreDiary,
    private readonly catalogue: Catalogue,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @AskedBy(DiaryQuery) { since = 0 }: DiaryQuery,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther(addressOf('check'));
    const given = await this.service.completed(open.assessment.id);
    const { version, modelVersion } = this.catalogue;
    return view('site/assessment/diary', {
      ...diaryView(await this.diary.changes(given), since),
      job: given.answers.jobTitle ?? given.result.occupationTitle,
      slug: given.result.slug,
      up_to_date: given.catalogueVersion === version && given.modelVersion === modelVersion,
    });
  }
}
