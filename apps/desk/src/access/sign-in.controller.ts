import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  HttpSettings,
  type Arrived,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { SignInService } from '@app/staff';
import { ANY_STAFF, Needs, PUBLIC } from './needs.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { ownPath, SignInForm } from './sign-in.form.js';
import { type Caller, CurrentStaff, signedInStaff } from './signed-in-request.js';

const BLANK = { errors: [], refused: '', email: '', ended: false };

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly settings: HttpSettings,
  ) {}

  @Get('sign-in')
  @Needs(PUBLIC)
  form(
    @Req() request: FastifyRequest,
    @Query('next') next: unknown,
    @Query('ended') ended: unknown,
  ): View | SeeOther {
    if (signedInStaff(request)) return seeOther(ownPath(next));
    return view('desk/sign-in', { ...BLANK, next: ownPath(next), ended: ended !== undefined });
  }

  /**
   * Twenty tries in five minutes from one address, whatever the accounts, and at one account, whatever the addresses. Five wrong ones in a
   * row close an account for a while (see SignInService).
   */
  @Post('sign-in')
  @Needs(PUBLIC)
  @RateLimit({ limit: 20, seconds: 300, account: 'email' })
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Form(SignInForm) { value, errors, typed }: Arrived<SignInForm>,
  ): Promise<View | SeeOther> {
    const kept = {
      ...BLANK,
      next: ownPath(typed.next),
      email: typed.email?.slice(0, 254) ?? '',
    };
    if (errors) return view('desk/sign-in', { ...kept, errors }, { status: 422 });
    try {
      const { email, password, code, next } = value;
      const token = await this.signIns.signIn({
        email,
        password,
        code,
        ipAddress: request.ip,
        previousToken: sessionToken(request, this.settings),
      });
      setSessionCookie(reply, this.settings, token);
      return seeOther(ownPath(next));
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'sign_in_refused') throw error;
      return view('desk/sign-in', { ...kept, refused: error.message }, { status: 401 });
    }
  }

  @Post('sign-out')
  @Needs(ANY_STAFF)
  async signOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @CurrentStaff() staff: Caller,
  ): Promise<SeeOther> {
    const token = sessionToken(request, this.settings);
    if (token) await this.signIns.signOut(token, staff.staffId, staff.ipAddress);
    clearSessionCookie(reply, this.settings);
    return seeOther('/sign-in');
  }

  @Get()
  @Needs(ANY_STAFF)
  home(): SeeOther {
    return seeOther('/reviews');
  }
}
