import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment, sealSecrets } from '@app/config';
import { CLOCK, type Clock, unseal } from '@app/kernel';
import type { Staff } from '../staff.entity.js';
import { changeStaff } from '../staff.store.js';
import { notePasskeyUse } from './passkey.store.js';
import { Passkeys } from './passkeys.js';
import { isRecoveryCode, useRecoveryCode } from './recovery-code.store.js';
import { recoveryCodeHash } from './recovery-codes.js';
import { newTotpSecret, TOTP_PURPOSE, totpStep } from './totp.js';

/** What a person gave besides the password: what was typed, or what a passkey signed. */
export interface SecondFactor {
  /** Six digits of the authenticator app, or a recovery code. */
  readonly code: string;
  /** JSON of the script; empty without a passkey. */
  readonly passkey: string;
}

/** A second factor that is right, and how to use it up. */
export interface RightFactor {
  readonly kind: 'code' | 'recovery_code' | 'passkey';
  /** Whether it cannot be guessed: it opens an account that guessing has closed. */
  readonly strong: boolean;
  readonly use: () => Promise<void>;
}

/** Nobody's account: what is asked of an account is asked of it too, so that the work does not tell whether there is one. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

/** Which second factor somebody has. Nothing is used up before the whole sign-in is right. */
@Injectable()
export class SecondFactors {
  /** For those who have no account; made anew in each process. */
  private readonly standIn = newTotpSecret();

  constructor(
    private readonly environment: Environment,
    private readonly passkeys: Passkeys,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param staff locked by the caller's transaction, so that no code is used twice; null for nobody. */
  async check(
    manager: EntityManager,
    staff: Staff | null,
    { code, passkey }: SecondFactor,
  ): Promise<RightFactor | null> {
    const staffId = staff?.id ?? NOBODY;
    const now = this.clock.now();
    if (passkey !== '') {
      const used = await this.passkeys.check(manager, staffId, passkey);
      const use = async (): Promise<void> => {
        if (used) await notePasskeyUse(manager, used.id, used.counter, now);
      };
      return used && { kind: 'passkey', strong: true, use };
    }
    const hash = recoveryCodeHash(code);
    if (hash) {
      const use = async (): Promise<void> => void (await useRecoveryCode(manager, staffId, hash, now));
      return (await isRecoveryCode(manager, staffId, hash))
        ? { kind: 'recovery_code', strong: true, use }
        : null;
    }
    const secret = staff
      ? unseal(sealSecrets(this.environment), TOTP_PURPOSE, staff.totpSecretSealed)
      : this.standIn;
    const step = await totpStep(secret, code, now, Number(staff?.totpLastStep ?? 0));
    const use = async (): Promise<void> =>
      await changeStaff(manager, staffId, { totpLastStep: String(step) });
    return step === null ? null : { kind: 'code', strong: false, use };
  }
}
