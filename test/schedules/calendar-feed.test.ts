import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { currentCalendar, promiseFor, SHIPPED_CALENDAR, useCalendar } from '@app/kernel';
import { FakeClock } from '@app/testing';
import { schedules } from '../../apps/worker/src/schedules.js';
import { feedOf, yearOf } from '../../libs/calendar/src/feed.builder.js';
import { type Beat, WorkerFixture } from '../support/schedules/worker-fixture.js';

const REFRESH = 'calendar.refresh';
/** One attempt, so that a tick that fails has failed for good. */
const once = schedules.map((each) => ({ ...each, job: { ...each.job, maxAttempts: 1 } }));
const shipped = [...SHIPPED_CALENDAR.holidays].filter((day) => day >= '2026');
const extended = [...shipped, ...yearOf(2029), ...yearOf(2030)];

let answer: (response: ServerResponse) => void;
const says =
  (text: string, status = 200) =>
  (response: ServerResponse): void => {
    response.writeHead(status).end(text);
  };
const server = createServer((_request, response) => answer(response));
const clock = new FakeClock(new Date('2028-06-01T09:00:00Z'));
let fixture: WorkerFixture;
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  fixture = await WorkerFixture.open(clock, {
    BANK_HOLIDAYS_URL: `http://127.0.0.1:${port}/bank-holidays.json`,
  });
});
afterAll(async () => {
  await fixture?.close();
  server.closeAllConnections();
  await new Promise((closed) => server.close(closed));
  useCalendar(SHIPPED_CALENDAR);
});

async function tick(feed: typeof answer): Promise<Beat | undefined> {
  answer = feed;
  await fixture.tick(REFRESH, { schedules: once });
  const [beat] = await fixture.query<Beat>('select * from schedule_heartbeats where name = $1', [REFRESH]);
  return beat;
}
const versions = (): Promise<{ version: string }[]> =>
  fixture.query('select version from bank_holiday_calendars order by number');
const alarms = (): Promise<object[]> =>
  fixture.query(
    `select summary, closed_at is null as open, closed_by from staff_tasks where kind = 'calendar_ends'`,
  );

describe('the calendar, by its schedule', () => {
  it('with a feed that says nothing new stays as it ships, and raises no alarm in good time', async () => {
    expect(await tick(says(feedOf(shipped)))).toMatchObject({ failing: false, last_error: null });
    expect([await versions(), await alarms(), currentCalendar()]).toEqual([[], [], SHIPPED_CALENDAR]);
  });

  it('raises the alarm 180 days before the table ends', async () => {
    clock.set('2028-07-05T00:00:00Z');
    await tick(says(feedOf(shipped)));
    expect(await alarms()).toEqual([]);
    clock.set('2028-07-05T00:00:01Z');
    await tick(says(feedOf(shipped)));
    expect(await alarms()).toEqual([
      { summary: expect.stringContaining('ends with 2028, in 179 days'), open: true, closed_by: null },
    ]);
  });

  it.each<[string, typeof answer, RegExp]>([
    ['that is malformed', says('<!doctype html>'), /is not JSON/],
    [
      'that has shrunk',
      says(feedOf(extended.filter((day) => day !== '2028-12-25'))),
      /lacks days that are known: 2028-12-25/,
    ],
    ['that answers 500', says(feedOf(extended), 500), /answered 500/],
    [
      'that sends us elsewhere',
      (response) => void response.writeHead(302, { location: '/elsewhere' }).end(),
      /answered 302/,
    ],
    [
      'that is cut off',
      (response) =>
        void response.writeHead(200, { 'content-length': '999' }).write('{', () => response.destroy()),
      /could not be read/,
    ],
    ['without an end', (response) => void response.writeHead(200).end('x'.repeat(1_000_001)), /longer than/],
  ])('keeps what it has, and is seen to fail, with a feed %s', async (_what, feed, error) => {
    expect(await tick(feed)).toMatchObject({ failing: true, last_error: expect.stringMatching(error) });
    expect([await versions(), currentCalendar()]).toEqual([[], SHIPPED_CALENDAR]);
    expect((await fixture.ask('/health')).status).toBe(503);
  });

  it('keeps what it has, and is seen to fail, with a feed that hangs for ten seconds', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    // Its ten seconds go by in one.
    const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => timeout(ms / 10));
    try {
      const beat = await tick((response) => void response.writeHead(200).write('{'));
      expect(beat).toMatchObject({
        failing: true,
        last_error: expect.stringMatching(/aborted due to timeout/),
      });
      expect(patience).toHaveBeenCalledWith(10_000);
    } finally {
      patience.mockRestore();
    }
    expect([await versions(), currentCalendar()]).toEqual([[], SHIPPED_CALENDAR]);
    expect((await fixture.ask('/health')).status).toBe(503);
  });

  it('takes over the days to come as one new version, closes the alarm, and promises by it', async () => {
    expect(() => promiseFor(new Date('2028-12-29T18:00:00Z'))).toThrow('must be extended');
    for (let times = 0; times < 2; times += 1)
      expect(await tick(says(feedOf(extended)))).toMatchObject({ failing: false });
    const [stored, ...more] = await versions();
    expect([stored?.version, more]).toEqual([
      expect.stringMatching(/^england-and-wales-2028-07-05-[0-9a-f]{8}$/),
      [],
    ]);
    expect(promiseFor(new Date('2028-12-29T18:00:00Z'))).toMatchObject({
      promiseAt: new Date('2029-01-04T18:00:00Z'),
      calendarVersion: stored?.version,
    });
    expect(await alarms()).toMatchObject([{ open: false, closed_by: null }]);
  });

  it('never loses a day or changes a version, by PostgreSQL too', async () => {
    await expect(
      fixture.query(
        `insert into bank_holiday_calendars (version, days, source, fetched_at)
         select 'less', days[2:], source, fetched_at from bank_holiday_calendars`,
      ),
    ).rejects.toThrow('never loses a day');
    for (const change of [
      'update bank_holiday_calendars set days = days',
      'delete from bank_holiday_calendars',
    ])
      await expect(fixture.query(change)).rejects.toThrow('stays as it is');
  });
});
