import type { Task } from '@app/occupations';
import type { Answers } from '../answers/answers.js';
import { score, type ScoringContext } from './score.js';
import type { Subject } from './subject.js';

const CONTEXT: ScoringContext = {
  catalogueVersion: 'test',
  exposureOf: (activity) => ({ exposure: activity === 'writing' ? 74 : 22, exposureIn5Years: 90, sd: 18 }),
  percentileOf: (value) => value,
  candidates: [],
};

/** Share of the week in per cent, exposure now, its standard deviation: as in the reports of November 2026. */
const subject = (
  slug: string,
  parts: Readonly<Record<string, readonly [number, number, number]>>,
): Subject => ({
  slug,
  title: slug,
  interval: { low: 0, high: 100 },
  barrierMonths: 0,
  tasks: Object.entries(parts).map(([id, [share, exposure, sd]]): Task => ({
    id,
    name: id,
    share: share / 100,
    exposure,
    exposureIn5Years: exposure,
    sd,
    risk: 'Medium',
    tools: [],
  })),
});

const NURSE = subject('nurse', {
  'direct-care': [22, 4, 5],
  'observing-patients': [14, 18, 9],
  medicines: [14, 12, 7],
  records: [16, 64, 9],
  'care-planning': [10, 38, 10],
  'talking-with-families': [10, 10, 7],
  coordination: [6, 52, 11],
  'checking-guidance': [4, 62, 10],
  supervising: [4, 20, 9],
});
const ENGINEER = subject('machine-learning-engineer', {
  tuning: [6, 76, 8],
  pipelines: [14, 62, 9],
  scripts: [8, 66, 8],
  evaluation: [16, 38, 10],
  features: [12, 42, 10],
  architecture: [26, 15, 9],
  research: [18, 10, 9],
});

const ticked = (slug: string, ...ids: string[]): Answers => ({
  occupationSlug: slug,
  tasksFor: slug,
  tasks: ids.map((taskId) => ({ taskId })),
});

/** Who, what they said, and the score with its interval: worked out once and kept. They move only with the method and its version. */
const PEOPLE: readonly (readonly [string, Subject, Answers, readonly [number, number, number]])[] = [
  ['a nurse, by title alone', NURSE, { occupationSlug: 'nurse' }, [26.52, 14.1332, 39.2116]],
  [
    'a nurse who said roughly how much: much records, some hands-on care, a little medicines',
    NURSE,
    {
      ...ticked('nurse', 'records', 'direct-care', 'medicines'),
      amounts: {
        kind: 'bands',
        occupationSlug: 'nurse',
        bands: { records: 'much', 'direct-care': 'some', medicines: 'little' },
        other: 'little',
      },
    },
    [36.6302, 25.6557, 47.6509],
  ],
  [
    'a machine learning engineer who gave exact shares',
    ENGINEER,
    {
      ...ticked('machine-learning-engineer', 'architecture', 'research', 'scripts'),
      amounts: {
        kind: 'exact',
        occupationSlug: 'machine-learning-engineer',
        percents: { architecture: 40, research: 25, scripts: 15 },
      },
    },
    [26.4552, 15.1256, 37.8553],
  ],
  [
    'an engineer who ticked, with two tasks in their own words',
    ENGINEER,
    {
      ...ticked('machine-learning-engineer', 'features'),
      tasks: [
        { taskId: 'features' },
        { taskId: 'own-1', text: 'Writing bids', activity: 'writing' },
        { taskId: 'own-2', text: 'Mending robots', activity: 'repairing' },
      ],
    },
    [39.604, 27.4919, 52.0296],
  ],
  [
    'somebody who knows only their family of work, and named two of its tasks',
    { ...NURSE, slug: 'health', family: { sd: 9, leastWidth: 30 } },
    ticked('health', 'records', 'medicines'),
    [39.7333, 22.5663, 56.4619],
  ],
];

describe('golden intervals', () => {
  it.each(PEOPLE)('of %s', (_who, from, answers, [value, low, high]) => {
    const result = score(answers, from, CONTEXT);
    expect([result.score, result.interval.low, result.interval.high].map((each) => each.toFixed(4))).toEqual(
      [value, low, high].map((each) => each.toFixed(4)),
    );
  });
});
