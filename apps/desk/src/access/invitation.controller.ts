import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  type Arrived,
  type FieldError,
  Form,
  HttpSettings,
  RateLimit,
  statusOf,
  type View,
  view,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { Invitations } from '@app/staff';
import { InvitationForm } from './invitation.form.js';
import { Needs, PUBLIC } from './needs.js';
import { setSessionCookie } from './session-cookie.js';

/** Refusals that are shown at a field. */
const FIELD_OF: Readonly<Record<string, string>> = { code_wrong: 'code', password_unfit: 'password' };

/** Where the link of an invitation leads: choosing a password and pairing an authenticator app. */
@Controller('invitation')
@Needs(PUBLIC)
export class InvitationController {
  constructor(
    private readonly invitations: Invitations,
    private readonly settings: HttpSettings,
  ) {}

  @Get(':token')
  @RateLimit({ limit: 30, seconds: 300 })
  async show(@Param('token') token: string): Promise<View> {
    return await this.page(token, []);
  }

  /** The recovery codes are in the answer itself, so that they stand at no address. */
  @Post(':token')
  @RateLimit({ limit: 20, seconds: 300 })
  async accept(
    @Param('token') token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Form(InvitationForm) { value, errors }: Arrived<InvitationForm>,
  ): Promise<View> {
    if (errors) return await this.page(token, errors);
    try {
      const { recoveryCodes, token: session } = await this.invitations.accept(token, value, request.ip);
      setSessionCookie(reply, this.settings, session);
      return view('desk/recovery-codes', { codes: recoveryCodes, next: '/', joined: true });
    } catch (error) {
      const field = error instanceof DomainError ? FIELD_OF[error.code] : undefined;
      if (!(error instanceof DomainError) || field === undefined) throw error;
      return await this.page(token, [{ field, message: error.message }], statusOf(error.code));
    }
  }

  private async page(token: string, errors: readonly FieldError[], status = 422): Promise<View> {
    const invitation = await this.invitations.read(token);
    const page = { ...invitation, errors, token };
    return view('desk/invitation', page, errors.length > 0 ? { status } : {});
  }
}
