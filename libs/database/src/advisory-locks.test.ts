import { createTestDatabase, type TestDatabase } from '@app/testing';
import { ADVISORY_LOCKS, lockUntilCommit } from './advisory-locks.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe('advisory locks', () => {
  it('have no number twice', () => {
    const numbers = Object.values(ADVISORY_LOCKS);
    expect(new Set(numbers).size).toBe(numbers.length);
  });

  it('of one key under two names are two locks, and end with the transaction', async () => {
    const held = (): Promise<{ objid: string }[]> =>
      database.source.query(
        `select classid::text || '-' || objid::text as objid from pg_locks
         where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      );
    await database.source.transaction(async (manager) => {
      await lockUntilCommit(manager, 'paymentIntent', 'same');
      await lockUntilCommit(manager, 'paymentIntent', 'same');
      await lockUntilCommit(manager, 'resumeEmail', 'same');
      await lockUntilCommit(manager, 'receiptNumbers');
      expect(await held()).toHaveLength(3);
    });
    expect(await held()).toEqual([]);
  });
});
