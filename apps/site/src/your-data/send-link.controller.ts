import { Controller, Get, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ResumeEmails } from '@app/delivery';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { addressOf } from '../assessment/addresses.js';
import { AssessmentSessions, type OpenAssessment } from '../assessment/assessment-sessions.js';
import { notOpen } from '../assessment/not-open.js';
import { SendLinkForm } from './your-data-forms.js';
import { linkState } from './link-state.js';

const PAGE = '/assessment/email';

/** "Send me the link to my result": an address for this one purpose, asked for on the finished result and nowhere else. */
@Controller(PAGE)
export class SendLinkController {
  constructor(
    private readonly sessions: AssessmentSessions,
    private readonly emails: ResumeEmails,
  ) {}

  /** What became of the last request, and the form. */
  @Get()
  async page(@Req() request: FastifyRequest): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther(addressOf('check'));
    return await this.form(open, '', []);
  }

  @Post()
  @RateLimit({ limit: 20, seconds: 600 })
  async send(
    @Req() request: FastifyRequest,
    @Form(SendLinkForm) { value, errors, typed }: Arrived<SendLinkForm>,
  ): Promise<View | SeeOther> {
    const open = await this.sessions.open(request);
    if (!open) return notOpen();
    if (open.assessment.completedAt === null) return seeOther(addressOf('check'));
    if (errors) return await this.form(open, typed.email ?? '', errors);
    const { email } = value;
    try {
      await this.emails.send(open.code, email);
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'resume_email_limit') throw error;
      return await this.form(open, email, [{ field: 'email', message: error.message }], 429);
    }
    return seeOther(PAGE);
  }

  private async form(
    { assessment, code }: OpenAssessment,
    email: string,
    errors: readonly FieldError[],
    status = 422,
  ): Promise<View> {
    const last = await this.emails.last(assessment.id);
    const data = {
      code,
      email,
      errors,
      expires_at: assessment.expiresAt,
      last: last && { ...linkState(last.state), recipient: last.recipient, asked_at: last.askedAt },
    };
    return view('site/your-data/send-link', data, errors.length > 0 ? { status } : {});
  }
}
