import { type EntityManager, IsNull } from 'typeorm';
import { RecoveryCode } from './recovery-code.entity.js';

/** Puts new codes in place of all that an account had. */
export async function replaceRecoveryCodes(
  manager: EntityManager,
  staffId: string,
  hashes: readonly Buffer[],
  at: Date,
): Promise<void> {
  await manager.delete(RecoveryCode, { staffId });
  await manager.insert(
    RecoveryCode,
    hashes.map((codeHash) => ({ codeHash, staffId, createdAt: at, usedAt: null })),
  );
}

/** Whether this code of this account has not been used. */
export async function isRecoveryCode(
  manager: EntityManager,
  staffId: string,
  codeHash: Buffer,
): Promise<boolean> {
  return await manager.existsBy(RecoveryCode, { staffId, codeHash, usedAt: IsNull() });
}

/** Uses a code up. @returns false when it was used meanwhile. */
export async function useRecoveryCode(
  manager: EntityManager,
  staffId: string,
  codeHash: Buffer,
  at: Date,
): Promise<boolean> {
  const { affected } = await manager.update(
    RecoveryCode,
    { staffId, codeHash, usedAt: IsNull() },
    { usedAt: at },
  );
  return affected === 1;
}

export async function recoveryCodesLeft(manager: EntityManager, staffId: string): Promise<number> {
  return await manager.countBy(RecoveryCode, { staffId, usedAt: IsNull() });
}
