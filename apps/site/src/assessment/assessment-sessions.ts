import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Assessment, AssessmentService, readResumeCode, UNFINISHED_DAYS } from '@app/assessment';
import { HttpSettings } from '@app/http';

const COOKIE = 'assessment';
const DAY_SECONDS = 24 * 60 * 60;

/** The assessment that the reader's browser has open. */
export interface OpenAssessment {
  /** The resume code: opens the assessment from anywhere. */
  readonly code: string;
  readonly assessment: Assessment;
}

/** Which assessment belongs to a request: the cookie holds the resume code. */
@Injectable()
export class AssessmentSessions {
  constructor(
    private readonly service: AssessmentService,
    private readonly settings: HttpSettings,
  ) {}

  /** Null without a cookie, and for a code that is unknown or has expired. */
  async open(request: FastifyRequest): Promise<OpenAssessment | null> {
    const code = readResumeCode(request.cookies[this.settings.cookieName(COOKIE)] ?? '');
    const assessment = code === undefined ? null : await this.service.byCode(code);
    return code !== undefined && assessment ? { code, assessment } : null;
  }

  remember(reply: FastifyReply, code: string): void {
    reply.setCookie(this.settings.cookieName(COOKIE), code, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.secure,
      maxAge: UNFINISHED_DAYS * DAY_SECONDS,
    });
  }

  forget(reply: FastifyReply): void {
    reply.clearCookie(this.settings.cookieName(COOKIE), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.secure,
    });
  }
}
