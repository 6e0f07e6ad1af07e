import type { EntityManager } from 'typeorm';

/**
 * Every advisory lock there is, by name. PostgreSQL knows them by number alone, so two uses of one number would wait for each other, or
 * shut each other out, without anybody having meant it. A new one takes the next number.
 */
export const ADVISORY_LOCKS = {
  /** Migrating: two processes that start at once would both see the same missing migration. */
  migrations: 727_001,
  /** Making the database that the databases of tests are copied from. */
  testTemplate: 727_002,
  /** Adding to the audit log, whose entries are chained. */
  auditChain: 727_003,
  /** Giving out receipt numbers, which run without gaps. */
  receiptNumbers: 727_004,
  /** A payment and its refunds, by Stripe's payment intent, before we know the order. */
  paymentIntent: 727_005,
  /** Counting the links and notices sent to one address. */
  resumeEmail: 727_006,
  /** A job worker that is alive, by its name; held on a connection of its own. */
  jobWorker: 727_007,
  /** Giving out the numbers of credit notes, which run without gaps too. */
  creditNoteNumbers: 727_030,
  /** Tries to sign in to one account, known or not: they take turns. */
  staffSignIn: 727_045,
  /** Changing who is an admin: of two who demote each other one must see what the other did. */
  staffAdmins: 727_046,
  /** Putting copies of an order's files into the bucket, bringing them back, and erasing them; by the order. */
  filesOutside: 727_260,
} as const;

export type AdvisoryLock = keyof typeof ADVISORY_LOCKS;

/**
 * Waits for a lock and holds it until the caller's transaction ends.
 * @param key of many locks under one name, which one: its hash, seeded with the lock's number, is what PostgreSQL locks.
 */
export async function lockUntilCommit(
  manager: EntityManager,
  lock: AdvisoryLock,
  key?: string,
): Promise<void> {
  const number = ADVISORY_LOCKS[lock];
  if (key === undefined) await manager.query('select pg_advisory_xact_lock($1)', [number]);
  else await manager.query('select pg_advisory_xact_lock(hashtextextended($1, $2))', [key, number]);
}
