import {
  ArrayContains,
  type DataSource,
  type EntityManager,
  type FindOptionsWhere,
  IsNull,
  Not,
} from 'typeorm';
import { resealColumn } from '@app/database';
import { type Permission, permissionsOf, type StaffRole } from './staff-role.js';
import { Staff } from './staff.entity.js';

/** What may still change in an account. */
export type StaffFacts = Partial<Omit<Staff, 'id' | 'email' | 'createdAt'>>;

/** @returns false when the email has an account already; nothing is changed then. */
export async function insertStaff(manager: EntityManager, staff: Staff): Promise<boolean> {
  const inserted = await manager
    .createQueryBuilder()
    .insert()
    .into(Staff)
    .values(staff)
    .orIgnore()
    .returning('id')
    .execute();
  return (inserted.raw as unknown[]).length > 0;
}

export async function findStaff(
  manager: EntityManager,
  where: FindOptionsWhere<Staff>,
): Promise<Staff | null> {
  return await manager.findOneBy(Staff, where);
}

/**
 * An account that must be there, locked until the transaction ends. Not a full lock: other people's audit entries that name this account take a
 * key-share lock, and would wait for us while we wait for them.
 */
export async function lockStaff(manager: EntityManager, id: string): Promise<Staff> {
  return await manager.findOneOrFail(Staff, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** As {@link lockStaff}, for an account that may not be there. */
export async function lockStaffIfAny(manager: EntityManager, id: string): Promise<Staff | null> {
  return await manager.findOne(Staff, { where: { id }, lock: { mode: 'for_no_key_update' } });
}

/** Whether somebody other than this person may sign in and is an admin. */
export async function hasOtherAdmin(manager: EntityManager, id: string): Promise<boolean> {
  return await manager.existsBy(Staff, {
    id: Not(id),
    roles: ArrayContains(['admin']),
    disabledAt: IsNull(),
  });
}

/** Everybody who has or had an account, by name. */
export async function allStaff(manager: EntityManager): Promise<Staff[]> {
  return await manager.find(Staff, { order: { name: 'ASC', email: 'ASC' } });
}

/** Everybody who may sign in, by email. */
export async function activeStaff(
  manager: EntityManager,
): Promise<Pick<Staff, 'id' | 'name' | 'email' | 'roles'>[]> {
  return await manager.find(Staff, {
    select: { id: true, name: true, email: true, roles: true },
    where: { disabledAt: IsNull() },
    order: { email: 'ASC' },
  });
}

/** The addresses of everybody with a role who may sign in. */
export async function emailsWithRole(manager: EntityManager, role: StaffRole): Promise<string[]> {
  const staff = await manager.find(Staff, {
    select: { id: true, email: true },
    where: { roles: ArrayContains([role]), disabledAt: IsNull() },
    order: { email: 'ASC' },
  });
  return staff.map(({ email }) => email);
}

/** Sets facts of a locked account. */
export async function changeStaff(manager: EntityManager, id: string, facts: StaffFacts): Promise<void> {
  await manager.update(Staff, { id }, facts);
}

/** The name of one person; null when there is no such account. */
export async function staffName(manager: EntityManager, id: string): Promise<string | null> {
  const staff = await manager.findOne(Staff, { select: { id: true, name: true }, where: { id } });
  return staff?.name ?? null;
}

/** What one person may do; nothing when the account is disabled or is not there. */
export async function permissionsNow(manager: EntityManager, id: string): Promise<ReadonlySet<Permission>> {
  const staff = await manager.findOne(Staff, {
    select: { id: true, roles: true },
    where: { id, disabledAt: IsNull() },
  });
  return permissionsOf(staff?.roles ?? []);
}

/** Everybody who has or had an account, by id and name. */
export async function staffNames(manager: EntityManager): Promise<Pick<Staff, 'id' | 'name'>[]> {
  return await manager.find(Staff, { select: { id: true, name: true } });
}

/** Seals every second-factor secret anew that the newest secret does not open. @returns how many. */
export async function resealStaff(
  source: DataSource,
  purpose: string,
  secrets: readonly [string, ...string[]],
): Promise<number> {
  return await resealColumn(source, Staff, 'totpSecretSealed', () => purpose, secrets);
}
