import { type EntityManager, IsNull, MoreThan } from 'typeorm';
import { StaffSession } from './staff-session.entity.js';

export async function insertSession(manager: EntityManager, session: StaffSession): Promise<void> {
  await manager.insert(StaffSession, session);
}

export async function findSession(manager: EntityManager, tokenHash: Buffer): Promise<StaffSession | null> {
  return await manager.findOneBy(StaffSession, { tokenHash });
}

export async function touchSession(manager: EntityManager, id: string, lastSeenAt: Date): Promise<void> {
  await manager.update(StaffSession, { id }, { lastSeenAt });
}

/** Ends the session of a token, if it is open. */
export async function revokeSession(manager: EntityManager, tokenHash: Buffer, at: Date): Promise<void> {
  await manager.update(StaffSession, { tokenHash, revokedAt: IsNull() }, { revokedAt: at });
}

/** Ends every open session of an account. @returns how many there were. */
export async function revokeSessionsOf(manager: EntityManager, staffId: string, at: Date): Promise<number> {
  const { affected } = await manager.update(
    StaffSession,
    { staffId, revokedAt: IsNull(), expiresAt: MoreThan(at) },
    { revokedAt: at },
  );
  return affected ?? 0;
}
