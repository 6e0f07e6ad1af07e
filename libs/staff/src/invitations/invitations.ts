import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { isEmail } from 'class-validator';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment, sealSecrets } from '@app/config';
import { enqueue } from '@app/jobs';
import { CLOCK, type Clock, DomainError, hashSecret, newId, plusDays, seal, unseal } from '@app/kernel';
import { Audit } from '@app/audit';
import type { StaffActor } from '../actor.js';
import { removePasskeysOf } from '../second-factors/passkey.store.js';
import { hashPassword } from '../second-factors/passwords.js';
import { qrCodePicture } from '../second-factors/qr-code.js';
import { replaceRecoveryCodes } from '../second-factors/recovery-code.store.js';
import { newRecoveryCodes, recoveryCodeHash } from '../second-factors/recovery-codes.js';
import { newTotpSecret, otpauthUrl, TOTP_PURPOSE, totpStep } from '../second-factors/totp.js';
import { StaffSessions } from '../sign-in/staff-sessions.js';
import type { Staff } from '../staff.entity.js';
import { isStaffRole, type StaffRole } from '../staff-role.js';
import { changeStaff, findStaff, insertStaff, lockStaff } from '../staff.store.js';
import type { Invitation } from './invitation.entity.js';
import {
  changeInvitation,
  insertInvitation,
  invitationByToken,
  openInvitation,
  openInvitations,
  withdrawOpen,
} from './invitation.store.js';
import { sendInvitation } from './invitation.jobs.js';

/** How long a link is good for. */
const DAYS = 3;

/** What the page of an invitation shows. */
export interface OpenInvitation {
  readonly name: string;
  readonly email: string;
  /** For an account that there is already. */
  readonly anew: boolean;
  /** For those who cannot scan. */
  readonly totpSecret: string;
  /** The address of a picture of the QR code. */
  readonly qrCode: string;
}

/** What somebody has who has accepted. */
export interface Accepted {
  /** Shown once and never again. */
  readonly recoveryCodes: readonly string[];
  /** Of the session that is open now. */
  readonly token: string;
}

/** How people come to their accounts: an admin invites, a link comes by email, and they choose a password and a second factor themselves. */
@Injectable()
export class Invitations {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    private readonly sessions: StaffSessions,
    private readonly audit: Audit,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Open ones, the newest first. */
  open(): Promise<Invitation[]> {
    return openInvitations(this.source.manager);
  }

  /** Invites somebody new. @throws DomainError `staff_invalid`, or `staff_exists` when the email has an account. */
  async invite(
    input: { readonly email: string; readonly name: string; readonly roles: readonly StaffRole[] },
    actor: StaffActor,
  ): Promise<void> {
    const email = input.email.trim().toLowerCase();
    const name = input.name.trim();
    const roles = [...new Set(input.roles)];
    if (!isEmail(email) || name === '' || roles.length === 0 || !roles.every(isStaffRole))
      throw new DomainError(
        'staff_invalid',
        'An account needs an email, a name and at least one known role.',
      );
    await this.source.transaction(async (manager) => {
      if (await findStaff(manager, { email }))
        throw new DomainError('staff_exists', 'There is an account with this email already.');
      await this.make(manager, { email, name, roles, staffId: null }, actor);
    });
  }

  /**
   * Sends somebody who lost password or telephone a new way in. Until they take it, the account is as it was.
   * @throws DomainError `account_refused` for one's own account: whoever holds a session must not get another way in by it.
   */
  async letInAnew(staffId: string, actor: StaffActor): Promise<void> {
    if (staffId === actor.staffId)
      throw new DomainError(
        'account_refused',
        'Change your own password and second factor under “Your account”.',
      );
    await this.source.transaction(async (manager) => {
      const { email, name, roles, disabledAt } = await lockStaff(manager, staffId);
      if (disabledAt) throw new DomainError('account_refused', 'This account is disabled. Enable it first.');
      await this.make(manager, { email, name, roles, staffId }, actor);
    });
  }

  async withdraw(id: string, { staffId, ipAddress }: StaffActor): Promise<void> {
    await this.source.transaction(async (manager) => {
      const invitation = await openInvitation(manager, id);
      if (!invitation || !(await changeInvitation(manager, id, { withdrawnAt: this.clock.now() }))) return;
      await this.audit.record(manager, {
        staffId,
        action: 'staff.invitation_withdrawn',
        subject: { kind: 'invitation', id },
        ipAddress,
      });
    });
  }

  /** What a link leads to. Looking uses nothing up: mail scanners look too. @throws DomainError `invitation_over`. */
  async read(token: string): Promise<OpenInvitation> {
    const { name, email, staffId, totpSecretSealed } = this.inTime(
      await invitationByToken(this.source.manager, hashSecret(token)),
    );
    const totpSecret = unseal(sealSecrets(this.environment), TOTP_PURPOSE, totpSecretSealed);
    const url = otpauthUrl(`${this.environment.BRAND_NAME} desk`, email, totpSecret);
    return { name, email, anew: staffId !== null, totpSecret, qrCode: await qrCodePicture(url) };
  }

  /**
   * Makes the account, or gives it its new password and second factor; whatever opened it before does so no more.
   * @throws DomainError `invitation_over`, `password_unfit`, `code_wrong`, `staff_exists`.
   */
  async accept(
    token: string,
    { password, code }: { readonly password: string; readonly code: string },
    ipAddress: string,
  ): Promise<Accepted> {
    const invited = this.inTime(await invitationByToken(this.source.manager, hashSecret(token)));
    const about = [invited.email, invited.name, this.environment.BRAND_NAME];
    // Hashing takes long, so it happens before anything is locked, and for nobody without an invitation.
    const passwordHash = await hashPassword(password, about);
    return await this.source.transaction(async (manager) => {
      const now = this.clock.now();
      const invitation = this.inTime(await invitationByToken(manager, hashSecret(token), { lock: true }));
      const { totpSecretSealed } = invitation;
      const secret = unseal(sealSecrets(this.environment), TOTP_PURPOSE, totpSecretSealed);
      const step = await totpStep(secret, code, now, 0);
      if (step === null)
        throw new DomainError(
          'code_wrong',
          'This is not the code that your authenticator app shows for this account now.',
        );
      const factors = { passwordHash, totpSecretSealed, totpLastStep: String(step) };
      const staffId = invitation.staffId ?? (await this.join(manager, invitation, factors));
      if (invitation.staffId) await this.renew(manager, staffId, factors);
      await changeInvitation(manager, invitation.id, { acceptedAt: now });
      const recoveryCodes = newRecoveryCodes();
      const hashes = recoveryCodes.map(recoveryCodeHash).filter((hash) => hash !== null);
      await replaceRecoveryCodes(manager, staffId, hashes, now);
      const session = await this.sessions.open(manager, staffId, ipAddress);
      await this.audit.record(manager, {
        staffId,
        action: invitation.staffId ? 'staff.way_in_renewed' : 'staff.joined',
        subject: { kind: 'staff', id: staffId },
        after: { invitation: invitation.id, roles: invitation.roles },
        ipAddress,
      });
      return { recoveryCodes, token: session };
    });
  }

  private async make(
    manager: EntityManager,
    who: Pick<Invitation, 'email' | 'name' | 'roles' | 'staffId'>,
    actor: StaffActor,
  ): Promise<void> {
    const now = this.clock.now();
    await withdrawOpen(manager, who.email, now);
    const id = newId();
    await insertInvitation(manager, {
      ...who,
      id,
      invitedBy: actor.staffId,
      invitedAt: now,
      expiresAt: plusDays(now, DAYS),
      totpSecretSealed: seal(this.environment.APP_SECRET, TOTP_PURPOSE, newTotpSecret()),
      tokenHash: null,
      sentAt: null,
      acceptedAt: null,
      withdrawnAt: null,
    });
    await enqueue(manager, sendInvitation, { invitationId: id }, { key: `invitation:${id}` });
    await this.audit.record(manager, {
      staffId: actor.staffId,
      action: who.staffId ? 'staff.let_in_anew' : 'staff.invited',
      subject: who.staffId ? { kind: 'staff', id: who.staffId } : { kind: 'invitation', id },
      after: { invitation: id, roles: who.roles },
      ipAddress: actor.ipAddress,
    });
  }

  private async join(
    manager: EntityManager,
    { email, name, roles }: Invitation,
    factors: Pick<Staff, 'passwordHash' | 'totpSecretSealed' | 'totpLastStep'>,
  ): Promise<string> {
    const id = newId();
    const staff = { id, email, name, roles, ...factors, createdAt: this.clock.now(), disabledAt: null };
    if (!(await insertStaff(manager, staff)))
      throw new DomainError('staff_exists', 'There is an account with this email already.');
    return id;
  }

  private async renew(
    manager: EntityManager,
    staffId: string,
    factors: Pick<Staff, 'passwordHash' | 'totpSecretSealed' | 'totpLastStep'>,
  ): Promise<void> {
    const { disabledAt } = await lockStaff(manager, staffId);
    if (disabledAt) throw over();
    await changeStaff(manager, staffId, factors);
    await removePasskeysOf(manager, staffId);
    await this.sessions.revokeAll(manager, staffId);
  }

  private inTime(invitation: Invitation | null): Invitation {
    if (!invitation || invitation.expiresAt <= this.clock.now()) throw over();
    return invitation;
  }
}

const over = (): DomainError =>
  new DomainError(
    'invitation_over',
    'This invitation has been used, withdrawn or replaced, or its three days are over. Ask an admin for a new one.',
  );
