import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { Audit } from '@app/audit';
import type { StaffActor } from '../actor.js';
import type { Passkey } from '../second-factors/passkey.entity.js';
import { passkeysOf, removePasskey } from '../second-factors/passkey.store.js';
import { Passkeys } from '../second-factors/passkeys.js';
import { hashPassword, passwordMatches } from '../second-factors/passwords.js';
import { recoveryCodesLeft, replaceRecoveryCodes } from '../second-factors/recovery-code.store.js';
import { newRecoveryCodes, recoveryCodeHash } from '../second-factors/recovery-codes.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import { changeStaff, findStaff, lockStaff } from '../staff.store.js';

/** Who changes their own account, and with which session. */
export interface Owner extends StaffActor {
  readonly sessionId: string;
}

/**
 * What people do to their own account. What opens it changes only for somebody who knows the password: an unlocked screen is not enough.
 */
@Injectable()
export class OwnAccount {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly sessions: StaffSessions,
    private readonly passkeys: Passkeys,
    private readonly audit: Audit,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** How an account can be opened. */
  async ways(staffId: string): Promise<{ passkeys: Passkey[]; recoveryCodesLeft: number }> {
    const { manager } = this.source;
    return {
      passkeys: await passkeysOf(manager, staffId),
      recoveryCodesLeft: await recoveryCodesLeft(manager, staffId),
    };
  }

  /** Every other session ends. @throws DomainError `password_wrong`, `password_unfit`. */
  async changePassword(owner: Owner, current: string, next: string): Promise<void> {
    const known = await findStaff(this.source.manager, { id: owner.staffId });
    const about = known ? [known.email, known.name] : [];
    const passwordHash = await hashPassword(next, [...about, this.environment.BRAND_NAME]);
    await this.act(owner, current, async (manager) => {
      await changeStaff(manager, owner.staffId, { passwordHash });
      const endedSessions = await this.sessions.revokeAll(manager, owner.staffId, owner.sessionId);
      return { action: 'staff.password_changed', after: { endedSessions } };
    });
  }

  /** The codes before no longer work. @returns the new ones, to be shown once. @throws DomainError `password_wrong`. */
  async makeRecoveryCodes(owner: Owner, password: string): Promise<string[]> {
    const codes = newRecoveryCodes();
    const hashes = codes.map(recoveryCodeHash).filter((hash) => hash !== null);
    await this.act(owner, password, async (manager) => {
      await replaceRecoveryCodes(manager, owner.staffId, hashes, this.clock.now());
      return { action: 'staff.recovery_codes_made', after: { codes: codes.length } };
    });
    return codes;
  }

  /** @throws DomainError `password_wrong`, `passkey_refused`. */
  async addPasskey(
    owner: Owner,
    { password, name, answer }: { readonly password: string; readonly name: string; readonly answer: string },
  ): Promise<void> {
    await this.act(owner, password, async (manager) => {
      const { id } = await this.passkeys.add(manager, owner.staffId, name.trim(), answer);
      return { action: 'staff.passkey_added', after: { passkey: id } };
    });
  }

  /** @throws DomainError `password_wrong`. */
  async removePasskey(owner: Owner, password: string, id: string): Promise<void> {
    await this.act(owner, password, async (manager) =>
      (await removePasskey(manager, owner.staffId, id))
        ? { action: 'staff.passkey_removed', before: { passkey: id } }
        : null,
    );
  }

  /** Ends one of one's own sessions. */
  async endSession({ staffId, ipAddress }: Owner, sessionId: string): Promise<void> {
    await this.source.transaction(async (manager) => {
      if (!(await this.sessions.revokeOne(manager, staffId, sessionId))) return;
      await this.record(manager, { staffId, ipAddress }, { action: 'staff.session_ended' });
    });
  }

  private async act(
    owner: Owner,
    password: string,
    work: (manager: EntityManager) => Promise<{ action: string; before?: object; after?: object } | null>,
  ): Promise<void> {
    const known = await findStaff(this.source.manager, { id: owner.staffId });
    if (!(await passwordMatches(known?.passwordHash, password)))
      throw new DomainError('password_wrong', 'This is not your password.');
    await this.source.transaction(async (manager) => {
      const { passwordHash } = await lockStaff(manager, owner.staffId);
      // It was changed while we compared: the password given opens nothing any more.
      if (passwordHash !== known?.passwordHash)
        throw new DomainError('password_wrong', 'This is not your password.');
      const entry = await work(manager);
      if (entry) await this.record(manager, owner, entry);
    });
  }

  private async record(
    manager: EntityManager,
    { staffId, ipAddress }: StaffActor,
    entry: { action: string; before?: object; after?: object },
  ): Promise<void> {
    await this.audit.record(manager, {
      ...entry,
      staffId,
      subject: { kind: 'staff', id: staffId },
      ipAddress,
    });
  }
}
