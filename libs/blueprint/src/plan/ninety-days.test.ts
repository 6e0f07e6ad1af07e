import fc from 'fast-check';
import { projectPath } from '@app/config';
import { runs } from '@app/testing';
import { AMARA, anyPerson, loadFixtures, snapshotOf } from '../people.builder.js';
import { LearningLibrary } from './learning-library.js';
import { bankHolidays } from '@app/kernel';
import { viewOf } from '../model/view.js';
import { calendarFile } from './calendar-file.js';
import { calendarWeeks, planStart } from './plan-calendar.js';

describe('the 90 days', () => {
  it('begin on a Monday that the file reaches in time', () => {
    const start = (iso: string): string | null => planStart(new Date(iso)).toISODate();
    expect(start('2026-11-24T19:50:00Z')).toBe('2026-11-30');
    expect(start('2026-11-27T09:00:00Z')).toBe('2026-11-30');
    expect(start('2026-11-28T09:00:00Z')).toBe('2026-12-07');
    expect(start('2026-12-31T23:59:00Z')).toBe('2027-01-04');
  });

  it('hold at most three actions and the hours given in every week, and no paid step without money', async () => {
    const fixtures = await loadFixtures();
    fc.assert(
      fc.property(anyPerson(fixtures), (person) => {
        const { plan, limits, learning } = snapshotOf(fixtures, person);
        const given = person.answers.constraints?.hoursPerWeekForLearning;
        expect(plan.hoursAssumed).toBe(given === undefined);
        expect(plan.weeks).toHaveLength(13);
        for (const week of plan.weeks) {
          expect(week.actions.length).toBeLessThanOrEqual(3);
          const learned = week.actions
            .filter(({ kind }) => kind === 'learn')
            .reduce((sum, { hours }) => sum + hours, 0);
          expect(learned).toBeLessThanOrEqual(plan.hoursPerWeek + 1e-9);
        }
        const paid = learning.flatMap(({ steps }) =>
          steps.filter(({ cost }) => cost === 'paid').map((step) => step.do),
        );
        const details = plan.weeks.flatMap(({ actions }) => actions.map(({ detail = '' }) => detail));
        if (limits.budget === 0)
          expect(details.filter((detail) => paid.some((step) => detail.endsWith(step)))).toEqual([]);
      }),
      { numRuns: runs(20), seed: 11 },
    );
  });
});

/** Text of a calendar file by the key of its lines, unfolded and unescaped. */
const calendarTexts = (file: string, key: string): string[] =>
  file
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line.startsWith(`${key}:`))
    .map((line) =>
      line
        .slice(key.length + 1)
        .replace(/\\n/g, '\n')
        .replace(/\\(.)/g, '$1'),
    );

describe('the one plan', () => {
  it('says the same on every page, in the chart, the calendar file and the email, for everybody', async () => {
    const fixtures = await loadFixtures();
    fc.assert(
      fc.property(anyPerson(fixtures), (person) => {
        const snapshot = snapshotOf(fixtures, person);
        const { plan, learning, paths } = snapshot;
        const view = viewOf(snapshot, fixtures.assets.fonts);
        const actions = plan.weeks.flatMap((week) =>
          week.actions.map((action) => ({ ...action, week: week.week })),
        );
        const sum = (of: readonly { hours: number }[]): number =>
          of.reduce((all, { hours }) => all + hours, 0);

        // Page 14 names the sum of its boxes, and no week holds more than is said.
        expect(view['plan_total']).toBe(Math.round(sum(actions)));
        for (const week of plan.weeks) {
          expect(sum(week.actions)).toBeLessThanOrEqual(plan.hoursPerWeek + 1e-9);
          expect(week.actions.length).toBeLessThanOrEqual(week.rest ? 0 : 3);
        }
        // The chart's bars begin and end where the boxes of their row do.
        for (const { from, to } of plan.strands)
          for (const at of [from, to]) expect(plan.weeks[at - 1]?.actions.length).toBeGreaterThan(0);
        // A decision is a working day, and stands in the week that holds it.
        for (const { day, date, question } of plan.decisions) {
          expect([bankHolidays.has(date), [0, 6].includes(new Date(date).getUTCDay())]).toEqual([
            false,
            false,
          ]);
          const week = plan.weeks.find(({ from, to }) => date >= from && date <= to);
          expect(
            week?.actions.some(({ text }) => text.startsWith(`Day ${day} (`) && text.endsWith(question)),
          ).toBe(true);
        }
        // The calendar file says every action in full, and rings for all of them.
        const file = calendarFile(snapshot);
        const described = calendarTexts(file, 'DESCRIPTION').join('\n');
        for (const { text, detail } of actions) expect(described).toContain(detail ?? text);
        expect(file.match(/BEGIN:VALARM/g)).toHaveLength(16);
        // The test of page 9 is the test of the plan, step by step and hour by hour, unless thirteen weeks are too few for it.
        const entry = paths[0]?.entry;
        const tests = actions.filter(({ text }) => text.includes('of page 9'));
        if (entry) {
          for (const { detail } of tests.filter(({ text }) => /step \d of page 9/.test(text)))
            expect(entry.firstTest).toContain(detail);
          const tested = sum(tests.filter(({ text }) => /step \d of page 9/.test(text)));
          expect(tested).toBeLessThanOrEqual(entry.testHours);
          if (plan.hoursPerWeek >= 4) expect(tested).toBe(entry.testHours);
        }
        // What is learned is on page 12, step by step.
        const steps = learning.flatMap((item) => item.steps.map((step) => step.do));
        for (const { detail = '' } of actions.filter(({ kind }) => kind === 'learn'))
          expect(steps.some((step) => detail.endsWith(step))).toBe(true);
        // The email names the first action.
        const first = actions[0];
        expect(snapshot.emailSummary.join(' ').toLowerCase()).toContain(
          (first?.detail ?? first?.text ?? '?').toLowerCase(),
        );
      }),
      { numRuns: runs(25), seed: 12 },
    );
  });

  it('rests at Christmas, and gives a week with one bank holiday a fifth less', async () => {
    const { plan } = snapshotOf(await loadFixtures(), AMARA);
    expect(plan.weeks.filter(({ rest }) => rest).map(({ from }) => from)).toEqual([
      '2026-12-21',
      '2026-12-28',
    ]);
    expect(
      calendarWeeks(planStart(new Date('2026-04-29T09:00:00Z')), 5)
        .map(({ hours }) => hours)
        .slice(0, 5),
    ).toEqual([4, 5, 5, 4, 5]);
  });
});

describe('the learning library', () => {
  it('has an entry of its own for all elements of the catalogue', async () => {
    const { catalogue } = await loadFixtures();
    const library = LearningLibrary.load(projectPath('templates', 'blueprint', 'learning'));
    expect(
      catalogue.dataset.elements.filter(({ name }) => !library.has(name)).map(({ name }) => name),
    ).toEqual([]);
  });
});
