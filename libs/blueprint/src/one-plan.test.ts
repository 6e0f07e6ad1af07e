import fc from 'fast-check';
import { SHIPPED_CALENDAR } from '@app/kernel';
import { runs } from '@app/testing';
import { viewOf } from './model/view.js';
import { AMARA, anyPerson, loadFixtures, snapshotOf } from './people.builder.js';
import { calendarFile } from './plan/calendar-file.js';
import { calendarWeeks, planStart } from './plan/plan-calendar.js';

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
          expect([SHIPPED_CALENDAR.holidays.has(date), [0, 6].includes(new Date(date).getUTCDay())]).toEqual([
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
        // By the number it has there; what goes on in a later week says so.
        const begun = new Set<string>();
        for (const { text, detail = '' } of actions.filter(({ kind }) => kind === 'learn')) {
          const lesson = learning[Number(/^Lesson (\d)/.exec(text)?.[1]) - 1];
          expect(
            lesson?.steps.some(
              (step) => detail === `${lesson.name}, step ${lesson.steps.indexOf(step) + 1}: ${step.do}`,
            ),
          ).toBe(true);
          expect([text, text.endsWith(', continued')]).toEqual([text, begun.has(detail)]);
          begun.add(detail);
        }
        // A proof is asked for only of what is learnt by then.
        const proof = actions.find(({ text }) => text.startsWith('Finish the proof of lesson'));
        const told = Number(/lesson (\d)/.exec(proof?.text ?? '')?.[1]);
        if (proof) {
          const spent = actions.filter(
            ({ text, week }) => text.startsWith(`Lesson ${told}`) && week <= proof.week,
          );
          expect((learning[told - 1]?.hours ?? Infinity) - sum(spent)).toBeLessThan(0.25);
        }
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
