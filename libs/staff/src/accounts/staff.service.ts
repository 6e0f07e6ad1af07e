import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isEmail } from 'class-validator';
import { DataSource } from 'typeorm';
import { Environment, sealSecrets } from '@app/config';
import { CLOCK, type Clock, DomainError, newId, seal } from '@app/kernel';
import { Audit } from '@app/audit';
import { hashPassword } from '../second-factors/passwords.js';
import { resealInvitations } from '../invitations/invitation.store.js';
import type { Staff } from '../staff.entity.js';
import { isStaffRole, type StaffRole } from '../staff-role.js';
import { LockOut } from '../sign-in/lock-out.js';
import { lastSeen } from '../sign-in/staff-session.store.js';
import {
  allStaff,
  activeStaff,
  emailsWithRole,
  findStaff,
  insertStaff,
  resealStaff,
  staffNames,
} from '../staff.store.js';
import { newTotpSecret, otpauthUrl, TOTP_PURPOSE } from '../second-factors/totp.js';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
}

/** An account as the list shows it. */
export interface AccountRow extends Pick<Staff, 'id' | 'name' | 'email' | 'roles' | 'disabledAt'> {
  readonly lastSeenAt: Date | null;
}

/** The accounts of the desk. */
@Injectable()
export class StaffService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly lockOut: LockOut,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** After a change of APP_SECRET: seals every second-factor secret anew, of accounts and of invitations. @returns how many. */
  async resealSecrets(): Promise<number> {
    const secrets = sealSecrets(this.environment);
    const accounts = await resealStaff(this.source, TOTP_PURPOSE, secrets);
    return accounts + (await resealInvitations(this.source, TOTP_PURPOSE, secrets));
  }

  /**
   * Makes an account. The second-factor secret is in the answer and can never be read again.
   * @throws DomainError `staff_invalid`, `password_unfit`, or `staff_exists` when the email has an account.
   */
  async create(input: NewStaff): Promise<{ staff: Staff; totpSecret: string; otpauthUrl: string }> {
    const email = input.email.trim().toLowerCase();
    const name = input.name.trim();
    if (!isEmail(email) || name === '' || input.roles.length === 0 || !input.roles.every(isStaffRole)) {
      throw new DomainError(
        'staff_invalid',
        'An account needs an email, a name and at least one known role.',
      );
    }
    const totpSecret = newTotpSecret();
    const staff: Staff = {
      id: newId(),
      email,
      name,
      roles: [...new Set(input.roles)],
      passwordHash: await hashPassword(input.password, [email, name, this.environment.BRAND_NAME]),
      totpSecretSealed: seal(this.environment.APP_SECRET, TOTP_PURPOSE, totpSecret),
      totpLastStep: '0',
      createdAt: this.clock.now(),
      disabledAt: null,
    };
    await this.source.transaction(async (manager) => {
      if (!(await insertStaff(manager, staff)))
        throw new DomainError('staff_exists', 'There is an account with this email already.');
      await this.audit.record(manager, {
        staffId: null,
        action: 'staff.created',
        subject: { kind: 'staff', id: staff.id },
        after: { roles: staff.roles },
      });
    });
    return {
      staff,
      totpSecret,
      otpauthUrl: otpauthUrl(`${this.environment.BRAND_NAME} desk`, email, totpSecret),
    };
  }

  byId(id: string): Promise<Staff | null> {
    return findStaff(this.source.manager, { id });
  }

  /** Every account there is or was, by name. */
  async all(): Promise<AccountRow[]> {
    const seen = await lastSeen(this.source.manager);
    const staff = await allStaff(this.source.manager);
    return staff.map(({ id, name, email, roles, disabledAt }) => ({
      id,
      name,
      email,
      roles,
      disabledAt,
      lastSeenAt: seen.get(id) ?? null,
    }));
  }

  /** To how many places an account is closed now, after wrong tries. */
  closedPlaces(email: string): Promise<number> {
    return this.lockOut.closedPlaces(this.source.manager, email);
  }

  /** Everybody who may sign in, with their roles and where they read emails. */
  active(): Promise<Pick<Staff, 'id' | 'name' | 'email' | 'roles'>[]> {
    return activeStaff(this.source.manager);
  }

  /** Where everybody with a role who may sign in reads emails. */
  emailsOf(role: StaffRole): Promise<string[]> {
    return emailsWithRole(this.source.manager, role);
  }

  /** Names by id, for lists that show who did what. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const everybody = await staffNames(this.source.manager);
    return new Map(everybody.map(({ id, name }) => [id, name]));
  }
}
