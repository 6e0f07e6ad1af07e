import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Advice } from '@app/assessment';
import { Environment } from '@app/config';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { AssessmentSessions } from '../assessment/assessment-sessions.js';
import { notOpen } from '../assessment/not-open.js';
import { PictureForm } from './advice.forms.js';
import { findingOfMine, resultPicture } from './result-picture.js';

const PAGE = '/assessment/picture';

/** A picture of a result: for its owner to download, or by a link that they ask for and can take back. Drawn each time, kept nowhere. */
@Controller()
export class PictureController {
  constructor(
    private readonly sessions: AssessmentSessions,
    private readonly advice: Advice,
    private readonly environment: Environment,
  ) {}

  @Get('assessment/picture')
  async page(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    return await this.owned(request, null);
  }

  @Post('assessment/picture')
  @RateLimit({ limit: 20, seconds: 600 })
  async download(
    @Req() request: FastifyRequest,
    @Form(PictureForm) { value }: Arrived<PictureForm>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const result = (await this.sessions.open(request))?.assessment.result;
    if (!result) return void (await reply.redirect('/assessment/result', 303));
    const png = await resultPicture(result, value?.job === 'yes', this.environment);
    await reply
      .status(200)
      .header('content-type', 'image/png')
      .header('content-disposition', 'attachment; filename="my-ai-exposure.png"')
      .header('cache-control', 'no-store')
      .send(png);
  }

  /** The link is kept only as a hash, so this page is the one place where it stands. */
  @Post('assessment/picture/link')
  @RateLimit({ limit: 10, seconds: 600 })
  async share(
    @Req() request: FastifyRequest,
    @Form(PictureForm) { value }: Arrived<PictureForm>,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open?.assessment.completedAt) return await this.owned(request, null);
    const { secret } = await this.advice.share(
      open.code,
      value?.job === 'yes' ? 'picture with job' : 'picture',
    );
    return await this.owned(request, `${this.environment.SITE_URL}/shown/${secret}`);
  }

  @Post('assessment/picture/revoke')
  @RateLimit({ limit: 20, seconds: 600 })
  async revoke(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    await this.advice.revoke(open.code, 'picture');
    return seeOther(PAGE);
  }

  /** What somebody sees who has the link. */
  @Get('shown/:secret')
  @RateLimit({ limit: 120, seconds: 600 })
  async shown(@Param('secret') secret: string): Promise<View> {
    const { link, assessment } = await this.advice.pictured(secret);
    const { result } = assessment;
    const picture = `/shown/${encodeURIComponent(secret)}/picture.png`;
    return view('site/advice/shown', {
      finding: findingOfMine(result),
      shown: Math.round(result.score),
      low: Math.round(result.interval.low),
      high: Math.round(result.interval.high),
      job: link.shows === 'picture with job' ? result.occupationTitle : '',
      picture,
      meta: {
        description: 'One person’s result: what AI tools can do of their week’s work today.',
        picture,
        indexable: false,
      },
    });
  }

  @Get('shown/:secret/picture.png')
  @RateLimit({ limit: 60, seconds: 600 })
  async picture(@Param('secret') secret: string, @Res() reply: FastifyReply): Promise<void> {
    const { link, assessment } = await this.advice.pictured(secret);
    const png = await resultPicture(assessment.result, link.shows === 'picture with job', this.environment);
    await reply.header('content-type', 'image/png').header('cache-control', 'no-store').send(png);
  }

  private async owned(request: FastifyRequest, link: string | null): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther('/assessment/check');
    const { picture } = await this.advice.given(open.assessment.id);
    return view('site/advice/picture', { open: picture, link });
  }
}
