import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import type { StaffActor } from '../actor.js';
import { LockOut } from '../sign-in/lock-out.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import type { Staff } from '../staff.entity.js';
import { isStaffRole, type StaffRole } from '../staff-role.js';
import { changeStaff, hasOtherAdmin, lockStaffIfAny } from '../staff.store.js';

/** What an admin does to the account of somebody else. Each act and its audit entry are one transaction. */
@Injectable()
export class AccountActs {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: StaffSessions,
    private readonly lockOut: LockOut,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws DomainError `staff_invalid` for no or unknown roles, `account_refused` for oneself or the last admin. */
  async changeRoles(staffId: string, roles: readonly StaffRole[], actor: StaffActor): Promise<void> {
    const after = [...new Set(roles)];
    if (after.length === 0 || !after.every(isStaffRole))
      throw new DomainError('staff_invalid', 'An account needs at least one known role.');
    await this.act(staffId, actor, async (manager, staff) => {
      if (!after.includes('admin')) await this.requireOtherAdmin(manager, staff);
      await changeStaff(manager, staffId, { roles: after });
      return { action: 'staff.roles_changed', before: { roles: staff.roles }, after: { roles: after } };
    });
  }

  /** Nobody can sign in with it, and whoever is signed in no longer is. @throws DomainError `account_refused`. */
  async disable(staffId: string, reason: string, actor: StaffActor): Promise<void> {
    if (reason.trim() === '') throw new DomainError('reason_missing', 'Say why the account is disabled.');
    await this.act(staffId, actor, async (manager, staff) => {
      if (staff.disabledAt) return null;
      await this.requireOtherAdmin(manager, staff);
      await changeStaff(manager, staffId, { disabledAt: this.clock.now() });
      const ended = await this.sessions.revokeAll(manager, staffId);
      return { action: 'staff.disabled', after: { endedSessions: ended }, reason: reason.trim() };
    });
  }

  async enable(staffId: string, actor: StaffActor): Promise<void> {
    await this.act(staffId, actor, async (manager, staff) => {
      if (!staff.disabledAt) return null;
      await changeStaff(manager, staffId, { disabledAt: null });
      return { action: 'staff.enabled' };
    });
  }

  /** Forgets wrong tries, from wherever they came. */
  async unlock(staffId: string, actor: StaffActor): Promise<void> {
    await this.act(staffId, actor, async (manager, { email }) => {
      const places = await this.lockOut.unlock(manager, email);
      return { action: 'staff.unlocked', after: { places } };
    });
  }

  /** A lost laptop. */
  async endSessions(staffId: string, actor: StaffActor): Promise<void> {
    await this.act(staffId, actor, async (manager) => {
      const ended = await this.sessions.revokeAll(manager, staffId);
      return { action: 'staff.sessions_ended', after: { endedSessions: ended } };
    });
  }

  /** @param work null when there was nothing to do: then nothing is audited. */
  private async act(
    staffId: string,
    actor: StaffActor,
    work: (
      manager: EntityManager,
      staff: Staff,
    ) => Promise<{ action: string; before?: object; after?: object; reason?: string } | null>,
  ): Promise<void> {
    if (staffId === actor.staffId)
      throw new DomainError(
        'account_refused',
        'Another admin must do this: nobody changes their own account here.',
      );
    await this.source.transaction(async (manager) => {
      await lockUntilCommit(manager, 'staffAdmins');
      const staff = await lockStaffIfAny(manager, staffId);
      if (!staff) throw new DomainError('not_found', 'There is no such account.');
      const entry = await work(manager, staff);
      if (!entry) return;
      const subject = { kind: 'staff', id: staffId };
      await this.audit.record(manager, {
        ...entry,
        staffId: actor.staffId,
        subject,
        ipAddress: actor.ipAddress,
      });
    });
  }

  /** The database says so too. */
  private async requireOtherAdmin(manager: EntityManager, { id, roles, disabledAt }: Staff): Promise<void> {
    if (!roles.includes('admin') || disabledAt || (await hasOtherAdmin(manager, id))) return;
    throw new DomainError(
      'account_refused',
      'This is the last admin who can sign in. Make somebody else one first.',
    );
  }
}
