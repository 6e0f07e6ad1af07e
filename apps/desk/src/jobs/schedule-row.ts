import { durationWords, isTrouble, type ScheduleState, type WatchedSchedule } from '@app/jobs';
import { shortDayTime } from '@app/review';

/** Characters of an error on the page; the job below has more. */
const LONGEST_ERROR = 300;

const STATES: Record<ScheduleState, { word: string; tone: 'green' | 'amber' | 'red' }> = {
  well: { word: 'Well', tone: 'green' },
  waiting: { word: 'Waiting', tone: 'amber' },
  overdue: { word: 'Late', tone: 'amber' },
  silent: { word: 'Silent', tone: 'red' },
  failing: { word: 'Failing', tone: 'red' },
};

/** A schedule as a row of the jobs page. An error that a later success has settled is history, and is not shown. */
export const scheduleRow = (schedule: WatchedSchedule): object => ({
  name: schedule.name,
  every: durationWords(schedule.intervalSeconds),
  ...STATES[schedule.state],
  succeeded: schedule.lastSucceeded
    ? `last success ${shortDayTime(schedule.lastSucceeded)}`
    : 'no success so far',
  failed: schedule.lastFailed && isTrouble(schedule.state) ? shortDayTime(schedule.lastFailed) : '',
  error: isTrouble(schedule.state) ? (schedule.lastError ?? '').slice(0, LONGEST_ERROR) : '',
});
