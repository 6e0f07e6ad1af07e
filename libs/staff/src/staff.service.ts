import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isEmail } from 'class-validator';
import { DataSource } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError, newId, seal } from '@app/kernel';
import { Audit } from '@app/audit';
import { hashPassword } from './passwords.js';
import type { Staff } from './staff.entity.js';
import { isStaffRole, type StaffRole } from './staff-role.js';
import { findStaff, insertStaff, staffNames } from './staff.store.js';
import { newTotpSecret, otpauthUrl } from './totp.js';

/** Separates second-factor secrets from everything else that APP_SECRET seals. */
export const TOTP_PURPOSE = 'staff.totp';

export interface NewStaff {
  readonly email: string;
  readonly name: string;
  readonly password: string;
  readonly roles: readonly StaffRole[];
}

/** The accounts of the desk. */
@Injectable()
export class StaffService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

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
      passwordHash: await hashPassword(input.password),
      totpSecretSealed: seal(this.environment.APP_SECRET, TOTP_PURPOSE, totpSecret),
      totpLastStep: '0',
      failedAttempts: 0,
      lockedUntil: null,
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

  /** Names by id, for lists that show who did what. */
  async names(): Promise<ReadonlyMap<string, string>> {
    const everybody = await staffNames(this.source.manager);
    return new Map(everybody.map(({ id, name }) => [id, name]));
  }
}
