import fc from 'fast-check';
import { projectPath } from '@app/config';
import { runs } from '@app/testing';
import { anyPerson, loadFixtures, snapshotOf } from '../people.builder.js';
import { LearningLibrary } from './learning-library.js';
import { planStart } from './plan-calendar.js';

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
        expect(plan.hoursAssumed).toBe(given === undefined || given < 1);
        expect(plan.weeks).toHaveLength(13);
        for (const week of plan.weeks) {
          expect(week.actions.filter(({ everyWeek }) => !everyWeek).length).toBeLessThanOrEqual(3);
          // A decision rests on what its week still tries.
          const decision = week.actions.findIndex(({ text }) => /^Day \d/.test(text));
          if (decision >= 0) expect(decision).toBe(week.actions.length - 1);
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

describe('the learning library', () => {
  it('has an entry of its own for all elements of the catalogue', async () => {
    const { catalogue } = await loadFixtures();
    const library = LearningLibrary.load(projectPath('templates', 'blueprint', 'learning'));
    expect(
      catalogue.dataset.elements.filter(({ name }) => !library.has(name)).map(({ name }) => name),
    ).toEqual([]);
  });
});
