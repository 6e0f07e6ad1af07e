import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { resealColumn } from '@app/database';
import { Invitation } from './invitation.entity.js';

const OPEN = { acceptedAt: IsNull(), withdrawnAt: IsNull() };

export async function insertInvitation(manager: EntityManager, invitation: Invitation): Promise<void> {
  await manager.insert(Invitation, invitation);
}

/** Neither accepted nor withdrawn; whether it is in time, the caller asks. */
export async function openInvitation(manager: EntityManager, id: string): Promise<Invitation | null> {
  return await manager.findOneBy(Invitation, { id, ...OPEN });
}

/** The same by the hash of its link, locked with `lock` until the transaction ends: of two who accept at once one is late. */
export async function invitationByToken(
  manager: EntityManager,
  tokenHash: Buffer,
  { lock = false } = {},
): Promise<Invitation | null> {
  return await manager.findOne(Invitation, {
    where: { tokenHash, ...OPEN },
    ...(lock && { lock: { mode: 'pessimistic_write' as const } }),
  });
}

/** Every open one, the newest first. */
export async function openInvitations(manager: EntityManager): Promise<Invitation[]> {
  return await manager.find(Invitation, { where: OPEN, order: { invitedAt: 'DESC' } });
}

/** Sets facts of an open one. @returns false when it is open no more. */
export async function changeInvitation(
  manager: EntityManager,
  id: string,
  facts: Partial<Pick<Invitation, 'tokenHash' | 'sentAt' | 'acceptedAt' | 'withdrawnAt'>>,
): Promise<boolean> {
  return (await manager.update(Invitation, { id, ...OPEN }, facts)).affected === 1;
}

/** Ends what is still open for an address, so that the next can be the only one. */
export async function withdrawOpen(manager: EntityManager, email: string, at: Date): Promise<void> {
  await manager.update(Invitation, { email, ...OPEN }, { withdrawnAt: at });
}

/** Seals every second-factor secret anew that the newest secret does not open. @returns how many. */
export async function resealInvitations(
  source: DataSource,
  purpose: string,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  return await resealColumn(source, Invitation, 'totpSecretSealed', () => purpose, secrets);
}
