import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '@app/kernel';
import { isEasy } from './easy-words.js';

/** OWASP's recommended argon2id setting: 19 MiB, two passes, one lane. It is the package's default; named so that an update cannot weaken it. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
/** The slow work, as one object: a test counts how often it is done. */
export const slowWork = { hash, verify };
/** Long enough to resist guessing online behind a lock-out, and bounded so that hashing cannot be used to tire the server. */
const SHORTEST = 12;
const LONGEST = 200;

/**
 * @param about whose it is, as {@link isEasy} wants it.
 * @throws DomainError `password_unfit` when it is shorter than 12 or longer than 200 characters, or easy to guess.
 */
export async function hashPassword(password: string, about: readonly string[]): Promise<string> {
  if (password.length < SHORTEST || password.length > LONGEST) {
    throw new DomainError('password_unfit', `A password has ${SHORTEST} to ${LONGEST} characters.`);
  }
  if (isEasy(password, about))
    throw new DomainError(
      'password_unfit',
      'This password is easy to guess: it is little more than a usual word, a name, or a few signs over and over. Choose several words that do not belong together.',
    );
  return await slowWork.hash(password, COST);
}

let standIn: Promise<string> | undefined;

/** What passwords for accounts that do not exist are compared with; made once, so that no try is the one that makes it. */
export const prepareStandIn = async (): Promise<string> =>
  await (standIn ??= slowWork.hash('nobody has this password', COST));

/**
 * Whether the password belongs to the hash. Without a hash (nobody has this email) the same work is done on a stand-in, so that the time
 * of the answer does not tell whether an account exists.
 */
export async function passwordMatches(passwordHash: string | undefined, password: string): Promise<boolean> {
  const against = passwordHash ?? (await prepareStandIn());
  const matches = await slowWork.verify(against, password.slice(0, LONGEST));
  return matches && passwordHash !== undefined && password.length <= LONGEST;
}
