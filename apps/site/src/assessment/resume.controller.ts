import { Body, Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { AssessmentService, readResumeCode } from '@app/assessment';
import { RateLimit, seeOther, type SeeOther, type View, view } from '@app/http';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen, record, textOf } from './questions.js';
import { whereToGoOn } from './where-to-go-on.js';

/** Back to a saved assessment by its code, from any browser. */
@Controller('assessment/resume')
export class ResumeController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
  ) {}

  /** A link may carry the code. It only fills the form in: opening it takes the button, so that scanners of mail open nothing. */
  @Get()
  page(@Query('code') code: unknown): View {
    return view('site/assessment/resume', { errors: [], typed: textOf(code, 40), lost: false });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 600 })
  async resume(
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View | SeeOther> {
    const typed = textOf(record(body)['code'], 60);
    const code = readResumeCode(typed);
    if (code === undefined) {
      const message = typed
        ? 'Check the code: it has 16 letters and digits, in four groups of four'
        : 'Enter your code';
      return notOpen([{ field: 'code', message }], typed);
    }
    const assessment = await this.service.byCode(code);
    if (!assessment)
      return notOpen(
        [{ field: 'code', message: 'There is no saved assessment with this code, or it has expired' }],
        typed,
      );
    this.sessions.remember(reply, code);
    return seeOther(whereToGoOn(assessment));
  }
}
