import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Assessment, AssessmentService } from '@app/assessment';
import { HttpSettings } from '@app/http';

/** How long a browser remembers the way to its order, in seconds. The confirmation email has it for good. */
const REMEMBERED = 30 * 86_400;

/** What this browser holds: the code of an assessment, and the secret of an order that was placed here. */
@Injectable()
export class CustomerCookies {
  constructor(
    private readonly settings: HttpSettings,
    private readonly assessments: AssessmentService,
  ) {}

  async assessment(request: FastifyRequest): Promise<Assessment | null> {
    const code = request.cookies[this.settings.cookieName('assessment')];
    return code === undefined ? null : await this.assessments.byCode(code);
  }

  orderToken(request: FastifyRequest): string | undefined {
    return request.cookies[this.settings.cookieName('order')];
  }

  rememberOrder(reply: FastifyReply, token: string): void {
    const { secure } = this.settings;
    reply.setCookie(this.settings.cookieName('order'), token, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure,
      maxAge: REMEMBERED,
    });
  }
}
