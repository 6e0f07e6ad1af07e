import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Advice, findingWords } from '@app/assessment';
import { Environment } from '@app/config';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { encodePng } from '@app/pictures';
import { AssessmentSessions } from '../assessment/assessment-sessions.js';
import { notOpen } from '../assessment/not-open.js';
import { resultHeadings } from '../assessment/views/result-headings.js';
import { drawSharePicture } from '../discovery/share-picture.js';
import { PictureForm } from './advice.forms.js';

const PAGE = '/assessment/advice';

/** What the owner of a result does to show it: a link for one adviser, and a picture. Neither is there unless they ask for it. */
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

  /** Drawn when asked for, sent to whoever asked, and kept nowhere. */
  @Post('picture')
  @RateLimit({ limit: 20, seconds: 600 })
  async picture(
    @Req() request: FastifyRequest,
    @Form(PictureForm) { value }: Arrived<PictureForm>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const open = await this.sessions.open(request);
    const result = open?.assessment.result;
    if (!result) return void (await reply.redirect('/assessment/result', 303));
    const shown = Math.round(result.score);
    const job = value?.job === 'yes' ? `${result.occupationTitle}. ` : '';
    const png = await encodePng(
      drawSharePicture({
        brand: this.environment.BRAND_NAME,
        title: ofMine(
          result.level.startsWith('title') ? resultHeadings(result).page : findingWords(result).sentence,
        ),
        say: `${job}What AI tools can do of a week’s work today. Not a forecast of job loss.`,
        source: `${new URL(this.environment.SITE_URL).host} · one person’s result, model ${result.modelVersion}`,
        score: {
          exact: result.score,
          value: shown,
          band: result.band,
          interval: { low: Math.round(result.interval.low), high: Math.round(result.interval.high) },
        },
      }),
    );
    await reply
      .status(200)
      .header('content-type', 'image/png')
      .header('content-disposition', 'attachment; filename="my-ai-exposure.png"')
      .header('cache-control', 'no-store')
      .send(png);
  }
}

/** The finding as its owner says it of themselves: whoever sees the picture is somebody else. */
const ofMine = (finding: string): string =>
  finding
    .replace(/\bYour\b/g, 'My')
    .replace(/\byour\b/g, 'my')
    .replace(/\byours\b/g, 'mine');
