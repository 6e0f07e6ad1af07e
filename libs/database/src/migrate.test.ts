import { createTestDatabase } from '@app/testing';
import { migrate } from './migrate.js';

describe('migrate', () => {
  it('has nothing to do on a migrated database', async () => {
    const database = await createTestDatabase();
    try {
      expect(await migrate(database.url)).toEqual([]);
      expect(await database.source.query('select count(*)::int as orders from orders')).toEqual([
        { orders: 0 },
      ]);
    } finally {
      await database.drop();
    }
  });
});
