import { createTestDatabase, type TestDatabase } from '@app/testing';
import { sendPrepared } from './prepared-statement.js';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase();
});
afterEach(() => database.drop());

const settle = (manager = database.source.manager) =>
  sendPrepared<{ said: string }>(manager, 'said', `select set_config('a.b', $1, true) as said`, ['yes']);
const prepared = `select name from pg_prepared_statements where name = 'said'`;

describe('a statement that is asked for over and over', () => {
  it('is read by PostgreSQL once in each connection', async () => {
    await expect(settle()).resolves.toEqual([{ said: 'yes' }]);
    await expect(settle()).resolves.toEqual([{ said: 'yes' }]);
    await expect(database.source.query(prepared)).resolves.toEqual([{ name: 'said' }]);
  });

  it('is part of the transaction that it is asked for in', async () => {
    await database.source.transaction(async (manager) => {
      await settle(manager);
      await expect(manager.query(`select current_setting('a.b') as said`)).resolves.toEqual([
        { said: 'yes' },
      ]);
    });
  });

  it('fails with its connection, and the next one has another', async () => {
    const cut = sendPrepared(
      database.source.manager,
      'cut',
      'select pg_terminate_backend(pg_backend_pid())',
      [],
    );
    await expect(cut).rejects.toMatchObject({ code: '57P01' });
    await expect(settle()).resolves.toEqual([{ said: 'yes' }]);
  });
});
