import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { RateLimit, type SeeOther, seeOther, statusOf, ValidForm, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { shortDayTime } from '@app/review';
import { OwnAccount, Passkeys, StaffSessions } from '@app/staff';
import { ANY_STAFF, Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { AddPasskeyForm, ChangePasswordForm, OwnPasswordForm } from './account.forms.js';

/** Each names the account's own password, so it is limited as signing in is. */
const TRIES = { limit: 20, seconds: 300 } as const;

/** One's own account. */
@Controller('account')
@Needs(ANY_STAFF)
export class AccountController {
  constructor(
    private readonly account: OwnAccount,
    private readonly passkeys: Passkeys,
    private readonly sessions: StaffSessions,
  ) {}

  @Get()
  async show(@CurrentStaff() staff: Caller, @Query('done') what: unknown): Promise<View> {
    return await this.page(staff, { done: done(what) });
  }

  @Post('password')
  @RateLimit(TRIES)
  changePassword(
    @CurrentStaff() staff: Caller,
    @ValidForm(ChangePasswordForm) { password, new_password }: ChangePasswordForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, async () => {
      await this.account.changePassword(staff, password, new_password);
      return seeOther('/account?done=password');
    });
  }

  /** The codes are in the answer itself, so that they stand at no address. */
  @Post('recovery-codes')
  @RateLimit(TRIES)
  recoveryCodes(
    @CurrentStaff() staff: Caller,
    @ValidForm(OwnPasswordForm) { password }: OwnPasswordForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, async () =>
      view('desk/recovery-codes', {
        codes: await this.account.makeRecoveryCodes(staff, password),
        next: '/account',
        joined: false,
      }),
    );
  }

  /** For the page's script. */
  @Post('passkeys/options')
  @HttpCode(200)
  @RateLimit(TRIES)
  passkeyOptions(@CurrentStaff() staff: Caller): Promise<object> {
    return this.passkeys.addOptions(staff);
  }

  @Post('passkeys')
  @RateLimit(TRIES)
  addPasskey(
    @CurrentStaff() staff: Caller,
    @ValidForm(AddPasskeyForm) { password, name, passkey }: AddPasskeyForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, async () => {
      await this.account.addPasskey(staff, { password, name, answer: passkey });
      return seeOther('/account?done=passkey');
    });
  }

  @Post('passkeys/:id/remove')
  @RateLimit(TRIES)
  removePasskey(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(OwnPasswordForm) { password }: OwnPasswordForm,
  ): Promise<View | SeeOther> {
    return this.attempt(staff, async () => {
      await this.account.removePasskey(staff, password, id);
      return seeOther('/account?done=passkey_removed');
    });
  }

  @Post('sessions/:id/end')
  async endSession(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() staff: Caller): Promise<SeeOther> {
    await this.account.endSession(staff, id);
    return seeOther(id === staff.sessionId ? '/sign-in' : '/account?done=session_ended');
  }

  private async attempt(staff: Caller, act: () => Promise<View | SeeOther>): Promise<View | SeeOther> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DomainError) || statusOf(error.code) >= 500) throw error;
      return await this.page(staff, { error: error.message, status: statusOf(error.code) });
    }
  }

  private async page(
    staff: Caller,
    { done: said = '', error = '', status }: { done?: string; error?: string; status?: number },
  ): Promise<View> {
    const ways = await this.account.ways(staff.staffId);
    const sessions = await this.sessions.openOf(staff.staffId);
    return view(
      'desk/account',
      {
        done: said,
        error,
        me: { name: staff.name, email: staff.email, roles: staff.roles.join(', ') },
        codes_left: ways.recoveryCodesLeft,
        passkeys: ways.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({
          id,
          name,
          added: shortDayTime(createdAt),
          used: lastUsedAt ? shortDayTime(lastUsedAt) : 'not yet',
        })),
        sessions: sessions.map(({ id, createdAt, lastSeenAt, ipAddress }) => ({
          id,
          since: shortDayTime(createdAt),
          seen: shortDayTime(lastSeenAt),
          address: ipAddress,
          this: id === staff.sessionId,
        })),
      },
      status ? { status } : {},
    );
  }
}
