import type { Answers } from '@app/assessment';
import type { Catalogue } from '@app/occupations';
import { EARLIER_DRAFTS, earlierAnswers } from '../morning/earlier-drafts.js';
import { ANOTHER_LIFE, nameOf, WORK } from '../morning/customers.js';

const BANDS = ['much', 'some', 'little', 'some', 'little', 'none'] as const;

export interface Customer {
  readonly name: string;
  readonly answers: Answers;
  /** Whether somebody before them has the same work. */
  readonly again: boolean;
}

/** Those of `bench:morning`, with the answers that make the difference to what is drafted. */
export const peopleOfTheMorning = (catalogue: Catalogue): Customer[] =>
  [...WORK, ...WORK].map((slug, number) => {
    const again = number >= WORK.length;
    const tasks = (catalogue.bySlug(slug)?.tasks ?? []).slice(0, BANDS.length).map(({ id }) => id);
    const turned = again ? ANOTHER_LIFE.turned : 0;
    const answers: Answers = {
      occupationSlug: slug,
      tasks: tasks.map((taskId) => ({ taskId })),
      tasksFor: slug,
      amounts: {
        kind: 'bands',
        occupationSlug: slug,
        bands: Object.fromEntries(
          tasks.map((id, index) => [id, BANDS[(index + turned) % BANDS.length] ?? 'little']),
        ),
        other: 'little',
      },
      ...(again
        ? { level: 'senior', region: 'E12000007', payBand: '65-85' }
        : { level: 'mid', region: 'W92000004', payBand: '40-50' }),
      hoursPerWeek: 37,
      constraints: {
        lowestPay: again ? 45_000 : 38_000,
        monthsToTrain: 12,
        travel: 'commute',
        budget: 500,
        hoursPerWeekForLearning: 4,
      },
    };
    return { name: nameOf(number), answers, again };
  });

/** Of the drafts that both have read before. */
export const otherWork = (catalogue: Catalogue): Answers[] =>
  earlierAnswers(catalogue).slice(0, EARLIER_DRAFTS);
