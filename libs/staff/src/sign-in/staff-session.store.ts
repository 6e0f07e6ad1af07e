import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import type { StaffRole } from '../staff-role.js';
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

/** Ends every open session of an account but one. @param except stays open. @returns how many were ended. */
export async function revokeSessionsOf(
  manager: EntityManager,
  staffId: string,
  at: Date,
  except?: string,
): Promise<number> {
  const { affected } = await manager.update(
    StaffSession,
    { staffId, revokedAt: IsNull(), expiresAt: MoreThan(at), ...(except && { id: Not(except) }) },
    { revokedAt: at },
  );
  return affected ?? 0;
}

/** Ends one session of an account. @returns false when it was not open. */
export async function revokeSessionOf(
  manager: EntityManager,
  staffId: string,
  id: string,
  at: Date,
): Promise<boolean> {
  const { affected } = await manager.update(
    StaffSession,
    { id, staffId, revokedAt: IsNull(), expiresAt: MoreThan(at) },
    { revokedAt: at },
  );
  return affected === 1;
}

/** Sessions of an account that have been used since a moment and not ended, the newest first. */
export async function openSessions(
  manager: EntityManager,
  staffId: string,
  now: Date,
  seenSince: Date,
): Promise<StaffSession[]> {
  return await manager.find(StaffSession, {
    where: { staffId, revokedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(seenSince) },
    order: { lastSeenAt: 'DESC' },
  });
}

/** The roles behind those of these sessions that have been used since a moment and not ended, whose accounts are not disabled. */
export async function rolesOfSessions(
  manager: EntityManager,
  ids: readonly string[],
  now: Date,
  seenSince: Date,
): Promise<{ id: string; roles: StaffRole[] }[]> {
  return await manager.query(
    `select s.id, a.roles from staff_sessions s join staff a on a.id = s.staff_id
     where s.id = any($1) and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at >= $3 and a.disabled_at is null`,
    [ids, now, seenSince],
  );
}

/** The addresses an account was signed in from since a moment. */
export async function addressesSince(
  manager: EntityManager,
  staffId: string,
  since: Date,
): Promise<string[]> {
  const sessions = await manager.find(StaffSession, {
    select: { id: true, ipAddress: true },
    where: { staffId, createdAt: MoreThan(since) },
    order: { createdAt: 'DESC' },
    take: 200,
  });
  return sessions.map(({ ipAddress }) => ipAddress);
}

/** When each account was last at the desk. */
export async function lastSeen(manager: EntityManager): Promise<ReadonlyMap<string, Date>> {
  const rows = await manager
    .createQueryBuilder(StaffSession, 'session')
    .select('session.staffId', 'staffId')
    .addSelect('max(session.lastSeenAt)', 'at')
    .groupBy('session.staffId')
    .getRawMany<{ staffId: string; at: Date }>();
  return new Map(rows.map(({ staffId, at }) => [staffId, at]));
}
