import { type EntityManager, LessThan, MoreThan } from 'typeorm';
import { SignInFailure } from './sign-in-failure.entity.js';

/** What was tried at an account since a moment, place by place. */
export async function failuresOf(
  manager: EntityManager,
  accountKey: Buffer,
  since: Date,
): Promise<SignInFailure[]> {
  return await manager.findBy(SignInFailure, { accountKey, lastAt: MoreThan(since) });
}

/** Keeps the newest count of a place, and lets go of what is too old to count. */
export async function keepFailure(
  manager: EntityManager,
  failure: SignInFailure,
  forgotten: Date,
): Promise<void> {
  await manager.upsert(SignInFailure, failure, ['accountKey', 'networkKey']);
  await manager.delete(SignInFailure, { lastAt: LessThan(forgotten) });
}

/** Forgets the wrong tries of one place, or with `null` of all. @returns how many places there were. */
export async function forgetFailures(
  manager: EntityManager,
  accountKey: Buffer,
  networkKey: Buffer | null,
): Promise<number> {
  const where = networkKey ? { accountKey, networkKey } : { accountKey };
  return (await manager.delete(SignInFailure, where)).affected ?? 0;
}
