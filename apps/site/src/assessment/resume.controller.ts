import { Controller, Get, Param, Post, Res } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import type { FastifyReply } from 'fastify';
import { AssessmentQuestions, AssessmentService, Line, readResumeCode, tidyLine } from '@app/assessment';
import { type Arrived, Form, RateLimit, seeOther, type SeeOther, type View, view } from '@app/http';
import { addressOf } from './addresses.js';
import { AssessmentSessions } from './assessment-sessions.js';
import { notOpen } from './not-open.js';

/** Longer than any code is typed, and short enough to be shown again. */
const LONGEST_CODE = 60;

class ResumeForm {
  @IsOptional()
  @Line(LONGEST_CODE)
  @IsString()
  code?: string;
}

/** Back to a saved assessment by its code, from any browser. */
@Controller('assessment/resume')
export class ResumeController {
  constructor(
    private readonly service: AssessmentService,
    private readonly sessions: AssessmentSessions,
    private readonly asking: AssessmentQuestions,
  ) {}

  @Get()
  page(): View {
    return view('site/assessment/resume', { errors: [], typed: '', lost: false });
  }

  /**
   * The link of an email. Looking at it changes nothing and opens nothing: that takes the button, so that scanners of mail may look, and so
   * that a link followed on somebody else's device leaves no cookie there by itself.
   */
  @Get(':code')
  @RateLimit({ limit: 30, seconds: 600 })
  async link(@Param('code') given: string): Promise<View> {
    const code = readResumeCode(given);
    const assessment = code === undefined ? null : await this.service.byCode(code);
    if (!assessment)
      return notOpen(
        [
          {
            field: 'code',
            message: 'This link opens nothing any more: the assessment was erased, or its time is over',
          },
        ],
        tidyLine(given, LONGEST_CODE),
      );
    return view('site/assessment/resume-link', {
      code,
      finished: assessment.completedAt !== null,
      saved: assessment.updatedAt,
      expires_at: assessment.expiresAt,
    });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 600 })
  async resume(
    @Form(ResumeForm) { value }: Arrived<ResumeForm>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<View | SeeOther> {
    const typed = value?.code ?? '';
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
    return seeOther(addressOf(this.asking.goOn(assessment)));
  }
}
