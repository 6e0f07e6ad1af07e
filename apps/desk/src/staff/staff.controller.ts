import { Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  type Arrived,
  type FieldError,
  Form,
  type SeeOther,
  seeOther,
  statusOf,
  ValidForm,
  type View,
  view,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { shortDayTime } from '@app/review';
import {
  AccountActs,
  Invitations,
  OwnAccount,
  type Staff,
  STAFF_ROLES,
  StaffService,
  type StaffRole,
  StaffSessions,
} from '@app/staff';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { ROLE_WORDS } from './role-words.js';
import { DisableForm, InviteForm, RolesForm } from './staff.forms.js';

interface Extra {
  readonly done?: string;
  readonly error?: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: { readonly email?: string; readonly name?: string };
  readonly status?: number;
}

/** The accounts of the desk: who has one, and what an admin does to it. */
@Controller('staff')
@Needs('staff.manage')
export class StaffController {
  constructor(
    private readonly staff: StaffService,
    private readonly invitations: Invitations,
    private readonly acts: AccountActs,
    private readonly ways: OwnAccount,
    private readonly sessions: StaffSessions,
  ) {}

  @Get()
  @Needs('staff.read')
  async list(@CurrentStaff() caller: Caller, @Query('done') what: unknown): Promise<View> {
    return await this.listPage(caller, { done: done(what) });
  }

  @Post('invite')
  async invite(
    @CurrentStaff() caller: Caller,
    @Form(InviteForm) { value, errors, typed }: Arrived<InviteForm>,
  ): Promise<View | SeeOther> {
    if (errors) return await this.listPage(caller, { errors, typed, status: 422 });
    try {
      await this.invitations.invite(value, caller);
      return seeOther('/staff?done=invited');
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const refused = [{ field: 'email', message: error.message }];
      return await this.listPage(caller, { errors: refused, typed, status: statusOf(error.code) });
    }
  }

  @Post('invitations/:id/withdraw')
  async withdraw(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() caller: Caller): Promise<SeeOther> {
    await this.invitations.withdraw(id, caller);
    return seeOther('/staff?done=withdrawn');
  }

  @Get(':id')
  @Needs('staff.read')
  async show(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() caller: Caller,
    @Query('done') what: unknown,
  ): Promise<View> {
    return await this.personPage(id, caller, { done: done(what) });
  }

  @Post(':id/roles')
  roles(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() caller: Caller,
    @ValidForm(RolesForm) { roles }: RolesForm,
  ): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'roles', () => this.acts.changeRoles(id, roles, caller));
  }

  @Post(':id/disable')
  disable(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() caller: Caller,
    @ValidForm(DisableForm) { reason }: DisableForm,
  ): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'disabled', () => this.acts.disable(id, reason, caller));
  }

  @Post(':id/enable')
  enable(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() caller: Caller): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'enabled', () => this.acts.enable(id, caller));
  }

  @Post(':id/unlock')
  unlock(@Param('id', ParseUUIDPipe) id: string, @CurrentStaff() caller: Caller): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'unlocked', () => this.acts.unlock(id, caller));
  }

  @Post(':id/end-sessions')
  endSessions(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() caller: Caller,
  ): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'sessions_ended', () => this.acts.endSessions(id, caller));
  }

  @Post(':id/let-in-anew')
  letInAnew(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() caller: Caller,
  ): Promise<View | SeeOther> {
    return this.attempt(id, caller, 'let_in_anew', () => this.invitations.letInAnew(id, caller));
  }

  private async attempt(
    id: string,
    caller: Caller,
    said: string,
    act: () => Promise<void>,
  ): Promise<View | SeeOther> {
    await this.person(id);
    try {
      await act();
      return seeOther(`/staff/${id}?done=${said}`);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return await this.personPage(id, caller, { error: error.message, status: statusOf(error.code) });
    }
  }

  private async listPage(caller: Caller, { status, ...extra }: Extra): Promise<View> {
    const names = await this.staff.names();
    const invitations = await this.invitations.open();
    return view(
      'desk/staff',
      {
        done: '',
        errors: [],
        ...extra,
        typed: { email: '', name: '', ...extra.typed },
        can_manage: caller.permissions.has('staff.manage'),
        roles: rolesOf([]),
        people: (await this.staff.all()).map(({ lastSeenAt, disabledAt, roles, ...person }) => ({
          ...person,
          roles: roles.join(', '),
          seen: lastSeenAt ? shortDayTime(lastSeenAt) : 'never',
          disabled: disabledAt !== null,
        })),
        invitations: invitations.map(({ id, name, email, staffId, roles, sentAt, expiresAt, invitedBy }) => ({
          id,
          name,
          email,
          anew: staffId !== null,
          roles: roles.join(', '),
          sent: sentAt ? shortDayTime(sentAt) : '',
          until: shortDayTime(expiresAt),
          by: names.get(invitedBy) ?? '',
        })),
      },
      status ? { status } : {},
    );
  }

  private async personPage(id: string, caller: Caller, { status, ...extra }: Extra): Promise<View> {
    const person = await this.person(id);
    const ways = await this.ways.ways(id);
    const sessions = await this.sessions.openOf(id);
    return view(
      'desk/staff-person',
      {
        done: '',
        error: '',
        ...extra,
        can_manage: caller.permissions.has('staff.manage') && id !== caller.staffId,
        me: id === caller.staffId,
        person: {
          id,
          name: person.name,
          email: person.email,
          disabled: person.disabledAt ? shortDayTime(person.disabledAt) : '',
          since: shortDayTime(person.createdAt),
          passkeys: ways.passkeys.length,
          codes_left: ways.recoveryCodesLeft,
          closed_places: await this.staff.closedPlaces(person.email),
        },
        roles: rolesOf(person.roles),
        sessions: sessions.map(({ createdAt, lastSeenAt, ipAddress }) => ({
          since: shortDayTime(createdAt),
          seen: shortDayTime(lastSeenAt),
          address: ipAddress,
        })),
      },
      status ? { status } : {},
    );
  }

  private async person(id: string): Promise<Staff> {
    const person = await this.staff.byId(id);
    if (!person) throw new DomainError('not_found', 'There is no such account.');
    return person;
  }
}

const rolesOf = (has: readonly StaffRole[]): { name: StaffRole; words: string; ticked: boolean }[] =>
  STAFF_ROLES.map((name) => ({ name, words: ROLE_WORDS[name], ticked: has.includes(name) }));

const isRefusal = (error: unknown): error is DomainError =>
  error instanceof DomainError && statusOf(error.code) < 500 && error.code !== 'not_found';
