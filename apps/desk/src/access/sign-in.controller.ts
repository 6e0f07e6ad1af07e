import { Controller, Get, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
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
import { Passkeys, type Permission, SignInService } from '@app/staff';
import { ANY_STAFF, Needs, PUBLIC } from './needs.js';
import { clearSessionCookie, sessionToken, setSessionCookie } from './session-cookie.js';
import { ownPath, SignInForm } from './sign-in.form.js';
import { type Caller, CurrentStaff, signedInStaff } from './signed-in-request.js';

const BLANK = { errors: [], refused: '', email: '', ended: false };

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly passkeys: Passkeys,
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
   * Twenty tries in five minutes from one address, whatever the accounts. Those at one account are counted by place (see LockOut): a limit
   * for all places together would let anybody shut a colleague out.
   */
  @Post('sign-in')
  @Needs(PUBLIC)
  @RateLimit({ limit: 20, seconds: 300 })
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
      const { email, password, code, passkey, next } = value;
      const token = await this.signIns.signIn({
        email,
        password,
        code,
        passkey,
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

  /** For the page's script: what a passkey is asked to sign. The same for everybody. */
  @Post('sign-in/passkey')
  @HttpCode(200)
  @Needs(PUBLIC)
  @RateLimit({ limit: 30, seconds: 300 })
  passkeyOptions(): Promise<object> {
    return this.passkeys.signInOptions();
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
    // Not "cookies": that would reach the site's as well.
    reply.header('clear-site-data', '"cache", "storage"');
    return seeOther('/sign-in');
  }

  @Get()
  @Needs(ANY_STAFF)
  home(@CurrentStaff() { permissions }: Caller): SeeOther {
    return seeOther(FIRST_PAGES.find(([permission]) => permissions.has(permission))?.[1] ?? '/account');
  }
}

/** Where people begin: the first of these that they may see. */
const FIRST_PAGES: readonly (readonly [Permission, string])[] = [
  ['reviews.decide', '/reviews'],
  ['staff.manage', '/staff'],
  ['tasks.close', '/tasks'],
  ['reviews.read', '/reviews'],
];
