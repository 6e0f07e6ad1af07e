import { type EntityManager, IsNull, LessThan } from 'typeorm';
import { Passkey } from './passkey.entity.js';
import { PasskeyChallenge } from './passkey-challenge.entity.js';

/** Keeps a challenge and lets go of those whose time is over. */
export async function keepChallenge(
  manager: EntityManager,
  challenge: PasskeyChallenge,
  now: Date,
): Promise<void> {
  await manager.delete(PasskeyChallenge, { expiresAt: LessThan(now) });
  await manager.insert(PasskeyChallenge, challenge);
}

/** Uses a challenge up. @returns whether it was there, in time and for this purpose. */
export async function takeChallenge(
  manager: EntityManager,
  challenge: string,
  staffId: string | null,
  now: Date,
): Promise<boolean> {
  const [found] = await manager.findBy(PasskeyChallenge, { challenge, staffId: staffId ?? IsNull() });
  const { affected } = await manager.delete(PasskeyChallenge, { challenge, staffId: staffId ?? IsNull() });
  return affected === 1 && found !== undefined && found.expiresAt > now;
}

export async function findPasskey(
  manager: EntityManager,
  staffId: string,
  credentialId: string,
): Promise<Passkey | null> {
  return await manager.findOneBy(Passkey, { staffId, credentialId });
}

/** Oldest first. */
export async function passkeysOf(manager: EntityManager, staffId: string): Promise<Passkey[]> {
  return await manager.find(Passkey, { where: { staffId }, order: { createdAt: 'ASC' } });
}

export async function insertPasskey(manager: EntityManager, passkey: Passkey): Promise<void> {
  await manager.insert(Passkey, passkey);
}

export async function notePasskeyUse(
  manager: EntityManager,
  id: string,
  counter: number,
  at: Date,
): Promise<void> {
  await manager.update(Passkey, { id }, { counter: String(counter), lastUsedAt: at });
}

/** @returns whether there was one. */
export async function removePasskey(manager: EntityManager, staffId: string, id: string): Promise<boolean> {
  return (await manager.delete(Passkey, { staffId, id })).affected === 1;
}

export async function removePasskeysOf(manager: EntityManager, staffId: string): Promise<void> {
  await manager.delete(Passkey, { staffId });
}
