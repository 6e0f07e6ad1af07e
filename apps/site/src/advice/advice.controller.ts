import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Advice } from '@app/assessment';
import { Environment } from '@app/config';
import { RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { AssessmentSessions } from '../assessment/assessment-sessions.js';
import { notOpen } from '../assessment/not-open.js';

const PAGE = '/assessment/advice';

/** What the owner of a result does to show it to one adviser. No link is there unless they ask for it. */
@Controller('assessment')
export class AdviceController {
  constructor(
    private readonly sessions: AssessmentSessions,
    private readonly advice: Advice,
    private readonly environment: Environment,
  ) {}

  @Get('advice')
  async page(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther('/assessment/check');
    return view('site/advice/share', { ...(await this.advice.given(open.assessment.id)), link: null });
  }

  /** The link is kept only as a hash, so this page is the one place where it stands. */
  @Post('advice')
  @RateLimit({ limit: 10, seconds: 600 })
  async share(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther('/assessment/check');
    const { secret } = await this.advice.share(open.code);
    return view('site/advice/share', {
      ...(await this.advice.given(open.assessment.id)),
      link: `${this.environment.SITE_URL}/advice/${secret}`,
    });
  }

  @Post('advice/revoke')
  @RateLimit({ limit: 20, seconds: 600 })
  async revoke(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    await this.advice.revoke(open.code);
    return seeOther(PAGE);
  }
}
