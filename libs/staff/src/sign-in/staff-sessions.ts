import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { CLOCK, type Clock, hashSecret, newId, newSecret } from '@app/kernel';
import { findStaff } from '../staff.store.js';
import type { StaffSession } from './staff-session.entity.js';
import { permissionsOf, type Permission, type StaffRole } from '../staff-role.js';
import {
  findSession,
  insertSession,
  openSessions,
  revokeSession,
  revokeSessionOf,
  revokeSessionsOf,
  rolesOfSessions,
  touchSession,
} from './staff-session.store.js';

const MINUTE = 60_000;
/** A session ends after 30 minutes without a request, and 12 hours after signing in whatever happens. */
export const IDLE = 30 * MINUTE;
export const ABSOLUTE = 12 * 60 * MINUTE;
/** "Last seen" is written at most this often, so that reading a page is not a write. */
const TOUCH_EVERY = MINUTE;

/** Who is making a request. */
export interface SignedIn {
  readonly sessionId: string;
  readonly staffId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly StaffRole[];
  readonly permissions: ReadonlySet<Permission>;
}

/** A browser somebody is signed in with. */
export type OpenSession = Pick<StaffSession, 'id' | 'createdAt' | 'lastSeenAt' | 'ipAddress'>;

/** Sessions in PostgreSQL, so that any desk process knows them and any can end them. */
@Injectable()
export class StaffSessions {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @returns the token for the cookie; only its hash is stored. */
  async open(manager: EntityManager, staffId: string, ipAddress: string): Promise<string> {
    const token = newSecret();
    const now = this.clock.now();
    await insertSession(manager, {
      id: newId(),
      tokenHash: hashSecret(token),
      staffId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + ABSOLUTE),
      revokedAt: null,
      ipAddress,
    });
    return token;
  }

  /**
   * Who holds this token, or null when the session is unknown, over, revoked, or its account is disabled. Extends an idle session.
   * @param attended false for what a page asks for by itself, which extends nothing.
   */
  async find(token: string, { attended = true } = {}): Promise<SignedIn | null> {
    const session = await findSession(this.source.manager, hashSecret(token));
    const now = this.clock.now();
    if (
      !session ||
      session.revokedAt ||
      session.expiresAt <= now ||
      now.getTime() - session.lastSeenAt.getTime() > IDLE
    )
      return null;
    const staff = await findStaff(this.source.manager, { id: session.staffId });
    if (!staff || staff.disabledAt) return null;
    if (attended && now.getTime() - session.lastSeenAt.getTime() >= TOUCH_EVERY) {
      await touchSession(this.source.manager, session.id, now);
    }
    const { id, name, email, roles } = staff;
    return { sessionId: session.id, staffId: id, name, email, roles, permissions: permissionsOf(roles) };
  }

  /** What each of these sessions allows now; those that are over are left out. Extends none. */
  async permissionsOf(ids: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<Permission>>> {
    const now = this.clock.now();
    const open = await rolesOfSessions(this.source.manager, ids, now, new Date(now.getTime() - IDLE));
    return new Map(open.map(({ id, roles }) => [id, permissionsOf(roles)]));
  }

  /** Ends the session of this token, if there is one. */
  async revoke(manager: EntityManager, token: string): Promise<void> {
    await revokeSession(manager, hashSecret(token), this.clock.now());
  }

  /** Ends every session of an account: a lost laptop, a leaver. @param except stays open. @returns how many were ended. */
  async revokeAll(manager: EntityManager, staffId: string, except?: string): Promise<number> {
    return await revokeSessionsOf(manager, staffId, this.clock.now(), except);
  }

  /** Ends one session of an account. @returns false when it was over already. */
  async revokeOne(manager: EntityManager, staffId: string, sessionId: string): Promise<boolean> {
    return await revokeSessionOf(manager, staffId, sessionId, this.clock.now());
  }

  /** The sessions an account has open now, the last used first. */
  async openOf(staffId: string): Promise<OpenSession[]> {
    const now = this.clock.now();
    const sessions = await openSessions(this.source.manager, staffId, now, new Date(now.getTime() - IDLE));
    return sessions.map(({ id, createdAt, lastSeenAt, ipAddress }) => ({
      id,
      createdAt,
      lastSeenAt,
      ipAddress,
    }));
  }
}
