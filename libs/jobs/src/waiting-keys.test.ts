import { IsUUID } from 'class-validator';
import { newId } from '@app/kernel';
import { createTestDatabase, type TestDatabase } from '@app/testing';
import { enqueue } from './enqueue.js';
import type { JobDefinition } from './job-definition.js';
import { waitingKeys } from './waiting-keys.js';

class ThingPayload {
  @IsUUID()
  thingId: string;
}
// No `defineJob`: what it names would be missed by every worker that other test files start in this process.
const makeThing: JobDefinition<ThingPayload> = { name: 'thing.make', payload: ThingPayload, maxAttempts: 1 };

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database?.drop());

describe('the keys of jobs that are still there', () => {
  it('are those asked about, whether due now or later', async () => {
    const { manager } = database.source;
    const add = (key: string, runAt?: Date): Promise<void> =>
      enqueue(manager, makeThing, { thingId: newId() }, { key, ...(runAt && { runAt }) });
    await add('now');
    await add('later', new Date(Date.now() + 3_600_000));
    await add('of-no-interest');
    expect([...(await waitingKeys(manager, ['now', 'later', 'lost']))].sort()).toEqual(['later', 'now']);
    expect([...(await waitingKeys(manager, []))]).toEqual([]);
  });
});
