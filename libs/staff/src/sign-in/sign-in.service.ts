import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import { passwordMatches, prepareStandIn } from '../second-factors/passwords.js';
import { NOBODY, type SecondFactor, SecondFactors } from '../second-factors/second-factors.js';
import { findStaff, lockStaffIfAny } from '../staff.store.js';
import { LockOut } from './lock-out.js';
import { StaffSessions } from './staff-sessions.js';

export interface SignInTry extends Partial<SecondFactor> {
  readonly email: string;
  readonly password: string;
  readonly ipAddress: string;
  /** The token this browser already holds; it is ended, so that signing in always changes the session. */
  readonly previousToken?: string | undefined;
}

/** Password and second factor together, in one step that never says which of them was wrong. */
@Injectable()
export class SignInService implements OnModuleInit {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: StaffSessions,
    private readonly factors: SecondFactors,
    private readonly lockOut: LockOut,
    private readonly audit: Audit,
  ) {}

  /** The first try at an unknown address must not take longer than the second. */
  async onModuleInit(): Promise<void> {
    await prepareStandIn();
  }

  /**
   * @returns the token of a new session.
   * @throws DomainError `sign_in_refused`: one code and one text for an unknown email, a wrong password, a wrong or used code, a closed or
   * disabled account, so that trying tells nothing. The same work is done for each of them, down to the statements.
   */
  async signIn(attempt: SignInTry): Promise<string> {
    const email = attempt.email.trim().toLowerCase();
    const known = await findStaff(this.source.manager, { email });
    // Hashing takes long, so it happens before anything is locked; the lock decides what the result is worth.
    const passwordRight = await passwordMatches(known?.passwordHash, attempt.password);
    const token = await this.source.transaction((manager) =>
      this.decide(manager, known?.id ?? NOBODY, passwordRight, { ...attempt, email }),
    );
    if (!token) {
      throw new DomainError(
        'sign_in_refused',
        'The email, the password or the code is not right. A code works once and changes every 30 seconds, so wait for the next one. ' +
          'After five wrong tries an account is closed for 15 minutes to the place they came from; a passkey or a recovery code still opens it.',
      );
    }
    return token;
  }

  /** Tries at one account take turns here: no number of parallel tries gets past the lock or uses a code twice. */
  private async decide(
    manager: EntityManager,
    staffId: string,
    passwordRight: boolean,
    { email, ipAddress, code = '', passkey = '', previousToken }: SignInTry,
  ): Promise<string | null> {
    await lockUntilCommit(manager, 'staffSignIn', email);
    const staff = await lockStaffIfAny(manager, staffId);
    const lockState = await this.lockOut.state(manager, staffId, email, ipAddress);
    const factor = await this.factors.check(manager, staff, { code, passkey });
    const closed = lockState.closed && factor?.strong !== true;
    if (!staff || staff.disabledAt || closed || !passwordRight || !factor) {
      const reason = !staff
        ? 'unknown'
        : staff.disabledAt
          ? 'disabled'
          : closed
            ? 'locked'
            : passwordRight
              ? 'second factor'
              : 'password';
      await this.lockOut.count(manager, email, ipAddress, lockState.here);
      await this.audit.record(manager, {
        staffId: null,
        action: 'staff.sign_in_refused',
        subject: { kind: 'staff', id: staffId },
        reason,
        ipAddress,
      });
      return null;
    }
    await factor.use();
    await this.lockOut.forget(manager, email, ipAddress);
    if (previousToken) await this.sessions.revoke(manager, previousToken);
    const token = await this.sessions.open(manager, staff.id, ipAddress);
    await this.audit.record(manager, {
      staffId: staff.id,
      action: 'staff.signed_in',
      subject: { kind: 'staff', id: staff.id },
      after: { by: factor.kind },
      ipAddress,
    });
    return token;
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
