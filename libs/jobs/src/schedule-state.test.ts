import { durationWords, type ScheduleHeartbeat, scheduleState } from './schedule-state.js';

const beat = (changes: Partial<ScheduleHeartbeat>): ScheduleHeartbeat => ({
  name: 'thing.sweep',
  intervalSeconds: 600,
  lastStarted: null,
  lastSucceeded: new Date(0),
  lastFailed: null,
  lastError: null,
  failures: 0,
  failing: false,
  quietSeconds: 0,
  ...changes,
});
const DAY = 86_400;

it.each<[string, Partial<ScheduleHeartbeat>, number, string]>([
  ['ran in its time', { quietSeconds: 600 }, DAY, 'well'],
  ['has three intervals and five minutes', { quietSeconds: 2_100 }, DAY, 'well'],
  ['and not a second more', { quietSeconds: 2_101 }, DAY, 'silent'],
  ['is not blamed by a process that has just started', { quietSeconds: DAY }, 300, 'overdue'],
  ['is new', { lastSucceeded: null, quietSeconds: 10 }, 10, 'waiting'],
  ['is new and never ran', { lastSucceeded: null, quietSeconds: 2_101 }, DAY, 'silent'],
  ['failed for good, whoever looks', { failing: true, quietSeconds: 30 }, 1, 'failing'],
])('a schedule that %s', (_what, changes, upSeconds, state) => {
  expect(scheduleState(beat(changes), upSeconds)).toBe(state);
});

it.each([
  [30, '1 minute'],
  [300, '5 minutes'],
  [5_400, '90 minutes'],
  [86_400, '24 hours'],
  [7 * DAY, '7 days'],
])('%i seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words);
});
