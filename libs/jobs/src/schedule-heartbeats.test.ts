import { createTestDatabase, type TestDatabase } from '@app/testing';
import { ScheduleHeartbeats } from './schedule-heartbeats.js';

const NAME = 'thing.sweep';

let database: TestDatabase;
let beats: ScheduleHeartbeats;
beforeAll(async () => {
  database = await createTestDatabase();
  beats = new ScheduleHeartbeats((sql, parameters) => database.source.query(sql, parameters));
});
afterAll(() => database.drop());

it('a schedule fails once no attempt is left, and until it succeeds', async () => {
  await beats.watch([{ name: NAME, intervalSeconds: 300 }]);
  await beats.started(NAME);
  await beats.failed(NAME, 'first', false);
  expect(await beats.all()).toMatchObject([{ failing: false, failures: 1, lastSucceeded: null }]);
  await beats.failed(NAME, 'last', true);
  await beats.failed(NAME, 'first of the next tick', false);
  expect(await beats.all()).toMatchObject([
    { failing: true, failures: 3, lastError: 'first of the next tick', lastStarted: expect.any(Date) },
  ]);
  await beats.succeeded(NAME);
  expect(await beats.all()).toMatchObject([{ failing: false, failures: 3, lastSucceeded: expect.any(Date) }]);
});

it('a start keeps what is known, takes over a new interval, and forgets a schedule that is no more', async () => {
  await beats.watch([
    { name: 'thing.count', intervalSeconds: 86_400 },
    { name: NAME, intervalSeconds: 600 },
  ]);
  expect(await beats.all()).toMatchObject([
    { name: 'thing.count', lastSucceeded: null },
    { name: NAME, intervalSeconds: 600, lastSucceeded: expect.any(Date) },
  ]);
  await beats.watch([{ name: 'thing.count', intervalSeconds: 86_400 }]);
  expect(await beats.all()).toMatchObject([{ name: 'thing.count' }]);
});
