import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError, unseal } from '@app/kernel';
import { Audit } from '@app/audit';
import { passwordMatches } from './passwords.js';
import type { Staff } from './staff.entity.js';
import { TOTP_PURPOSE } from './staff.service.js';
import { changeStaff, findStaff, lockStaff } from './staff.store.js';
import { StaffSessions } from './staff-sessions.js';
import { totpStep } from './totp.js';

/** After so many wrong tries in a row an account refuses everyone for so long, in milliseconds. */
const TRIES = 5;
const LOCK = 15 * 60_000;

export interface SignInTry {
  readonly email: string;
  readonly password: string;
  /** The six digits of the authenticator app. */
  readonly code: string;
  readonly ipAddress: string;
  /** The token this browser already holds; it is ended, so that signing in always changes the session. */
  readonly previousToken?: string | undefined;
}

/** Password and second factor together, in one step that never says which of them was wrong. */
@Injectable()
export class SignInService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly sessions: StaffSessions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @returns the token of a new session.
   * @throws DomainError `sign_in_refused`: one code and one text for an unknown email, a wrong password, a wrong or used code, a locked or
   * disabled account, so that trying tells nothing.
   */
  async signIn(attempt: SignInTry): Promise<string> {
    const known = await findStaff(this.source.manager, { email: attempt.email.trim().toLowerCase() });
    // Hashing takes long, so it happens before the row is locked; the lock decides what the result is worth.
    const passwordRight = await passwordMatches(known?.passwordHash, attempt.password);
    const token =
      known &&
      (await this.source.transaction((manager) => this.decide(manager, known.id, passwordRight, attempt)));
    if (!token) {
      throw new DomainError(
        'sign_in_refused',
        'The email, the password or the code is not right. A code works once and changes every 30 seconds, so wait for the next one. ' +
          'After five wrong tries an account stays closed for 15 minutes.',
      );
    }
    return token;
  }

  /** Tries at one account take turns here: no number of parallel tries gets past the lock or uses a code twice. */
  private async decide(
    manager: EntityManager,
    staffId: string,
    passwordRight: boolean,
    attempt: SignInTry,
  ): Promise<string | null> {
    const staff = await lockStaff(manager, staffId);
    const now = this.clock.now();
    const secret = unseal(this.environment.APP_SECRET, TOTP_PURPOSE, staff.totpSecretSealed);
    const step = await totpStep(secret, attempt.code, now, Number(staff.totpLastStep));
    const subject = { kind: 'staff', id: staff.id } as const;
    const { ipAddress } = attempt;
    if (staff.disabledAt || (staff.lockedUntil && staff.lockedUntil > now)) {
      await this.audit.record(manager, {
        staffId: null,
        action: 'staff.sign_in_refused',
        subject,
        reason: staff.disabledAt ? 'disabled' : 'locked',
        ipAddress,
      });
      return null;
    }
    if (!passwordRight || step === null) {
      await this.countFailure(manager, staff, now);
      await this.audit.record(manager, {
        staffId: null,
        action: 'staff.sign_in_refused',
        subject,
        reason: passwordRight ? 'code' : 'password',
        ipAddress,
      });
      return null;
    }
    await changeStaff(manager, staff.id, {
      totpLastStep: String(step),
      failedAttempts: 0,
      lockedUntil: null,
    });
    if (attempt.previousToken) await this.sessions.revoke(manager, attempt.previousToken);
    const token = await this.sessions.open(manager, staff.id, ipAddress);
    await this.audit.record(manager, { staffId: staff.id, action: 'staff.signed_in', subject, ipAddress });
    return token;
  }

  private async countFailure(manager: EntityManager, staff: Staff, now: Date): Promise<void> {
    // A lock that has passed starts the count again.
    const failedAttempts = (staff.lockedUntil ? 0 : staff.failedAttempts) + 1;
    const lockedUntil = failedAttempts >= TRIES ? new Date(now.getTime() + LOCK) : null;
    await changeStaff(manager, staff.id, { failedAttempts, lockedUntil });
  }

  async signOut(token: string, staffId: string, ipAddress: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      await this.sessions.revoke(manager, token);
      await this.audit.record(manager, {
        staffId,
        action: 'staff.signed_out',
        subject: { kind: 'staff', id: staffId },
        ipAddress,
      });
    });
  }
}
