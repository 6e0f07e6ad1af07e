import { isBetweenJobs, isSelfEmployed } from '@app/assessment';
import { effortPayoff } from '@app/charts';
import { fullDate } from '../drafting/email-summary.js';
import type { Composer } from '../model/composer.js';
import { type PageContent, TYPE } from '@app/typeset';
import { hours as hoursWords } from '../copy/word-filters.js';
import type { LearningCost, LearningStep, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';

const COST: Readonly<Record<LearningCost, string>> = {
  free: 'free',
  funded: 'funded if you qualify',
  paid: 'costs money',
};

const stepWords = ({ do: what, hours, cost }: LearningStep): string =>
  `${what.replace(/\.$/, '')} (${hoursWords(hours)}\u00a0h, ${COST[cost]}).`;

/** The first steps of a lesson; of a course why it is worth its hours, how many they are, and what is asked for it. */
function howWords(
  { steps, why, course }: SnapshotLearning,
  hoursPerWeek: number,
  most: number = STEPS,
): string {
  if (!course)
    return steps
      .slice(0, most)
      .map((step, at) => (most === 1 ? stepWords(step) : `${at + 1})\u00a0${stepWords(step)}`))
      .join(' ');
  const [look, rest] = steps;
  const { from, to } = course.hours;
  const all = `${from === to ? to : `${from}–${to}`}\u00a0h${longWords(to, hoursPerWeek)}`;
  const beyond = rest?.beyondBudget ? '; over your budget' : '';
  return `${why} A\u00a0first look takes ${hoursWords(look?.hours ?? 1)}\u00a0h, all of it ${all}: ${course.price}${beyond}.`;
}

/** Steps of a lesson on the page; the calendar has them all. */
const STEPS = 2;
/** Letters of steps that a tired reader takes in; above it every lesson shows its first step. */
const ROOM = 420;

/** What stands beside every lesson, as much of it as the page has room for. */
function howOf(learning: readonly SnapshotLearning[], hoursPerWeek: number): string[] {
  const full = learning.map((lesson) => howWords(lesson, hoursPerWeek));
  if (full.join('').length <= ROOM) return full;
  return learning.map((lesson) => howWords(lesson, hoursPerWeek, 1));
}

const WEEKS_IN_PLAN = 13;
const [WEEKS_A_MONTH, WEEKS_A_YEAR] = [4.345, 52.14];

/** " (up to 2 years at 4 h a week)" of what thirteen weeks are too few for. */
function longWords(hours: number, hoursPerWeek: number): string {
  const weeks = hours / hoursPerWeek;
  if (weeks <= WEEKS_IN_PLAN) return '';
  const years = weeks / WEEKS_A_YEAR;
  const time = years < 1.75 ? `${Math.round(weeks / WEEKS_A_MONTH)} months` : `${Math.round(years)} years`;
  return ` (up to ${time} at ${hoursWords(hoursPerWeek)}\u00a0h a week)`;
}

/** Day of the oldest check of the providers, when those of every lesson written for a skill have one. */
function oldestCheck(learning: readonly SnapshotLearning[]): string | null {
  const days = learning
    .filter(({ id, specific }) => specific && !id.startsWith('plan-'))
    .map(({ checkedOn }) => checkedOn);
  const [oldest] = [...days].sort();
  return oldest !== undefined && days.every(Boolean) ? fullDate(oldest) : null;
}

/** The page has room for so many beside four lessons, and for one more beside three; page 9 names the other apprenticeships. */
export const mostWaysToPay = (lessons: number): number => (lessons > FULL ? 2 : 3);
const FULL = 3;

/** Page 12: what to learn, in which order, how long it takes, how to prove it. */
export function learningPage(composer: Composer): PageContent {
  const { learning, plan, paths, limits, recommended, person } = composer.snapshot;
  const courses = learning.filter(({ course }) => course !== undefined);
  const months = courses.map(({ checked }) => checked ?? '').sort();
  const copy = composer.fill('12-learning', {
    learned_in_plan: Math.round(
      plan.weeks
        .flatMap(({ actions }) => actions)
        .reduce((sum, { kind, hours }) => sum + (kind === 'learn' ? hours : 0), 0),
    ),
    general: learning.filter(({ specific }) => !specific).map(({ name }) => name),
    funding_pages: paths[0]?.route?.funded.length ?? 0,
    course_count: courses.length,
    courses_checked: months[0] || null,
    all_free: learning.every(
      ({ course, steps }) => (course?.priceTo ?? 0) === 0 && steps.every(({ cost }) => cost === 'free'),
    ),
    beyond_count: learning.filter(({ steps }) => steps.some((step) => step.beyondBudget)).length,
    all_hours: Math.round(learning.reduce((sum, item) => sum + item.hours, 0)),
    dear_count: learning.filter(({ course }) => (course?.priceTo ?? 0) > (limits.budget ?? Infinity)).length,
    beyond_numbers: learning.flatMap(({ steps }, place) =>
      steps.some((step) => step.beyondBudget) ? [String(place + 1)] : [],
    ),
    funding_on: paths[0]?.checks?.funding ? fullDate(paths[0].checks.funding) : null,
    providers_on: oldestCheck(learning),
  });
  const how = howOf(learning, plan.hoursPerWeek);
  const isEmployed =
    recommended === 'stay' &&
    !isSelfEmployed({ jobTitle: person.role }) &&
    !isBetweenJobs({ jobTitle: person.role });
  const funded = [
    ...(isEmployed ? [copy.words('employer_pays')] : []),
    ...(paths[0]?.route?.funded ?? []),
  ].slice(0, mostWaysToPay(learning.length));
  const funding =
    funded.length === 0
      ? []
      : [
          composer.heading(copy.words('funding_head')),
          composer.facts(funded, 1, { style: TYPE.table, gap: 3, between: 2, optional: true }),
        ];
  if (learning.length === 0) return { ...copy, blocks: [...composer.body(copy), ...funding] };
  return {
    ...copy,
    blocks: [
      composer.figure(
        ({ width, taller }) =>
          effortPayoff({
            title: copy.words('chart_title'),
            width,
            height: 210 + taller,
            effortLabel: 'Hours for all of it',
            payoffLabel: 'How soon the plan needs it (5 is first)',
            points: learning.map((item, index) => ({
              name: item.short ?? item.name,
              hours: item.hours,
              payoff: item.importance,
              order: index + 1,
            })),
          }),
        // Every lesson comes before the room of the chart.
        { stretch: [-100, 60], givesWay: 4 },
      ),
      composer.table(
        [
          { head: 'In this order', width: 2.1, lines: 6 },
          { head: 'How, in hours and money', width: 4.3, lines: 12 },
          { head: 'Proof others can see', width: 1.7, lines: 6 },
          { head: 'With whom or where', width: 3.4, lines: 8 },
        ],
        learning.map((item, index) => [
          { text: `${index + 1}.\u00a0${item.name}`, strong: true },
          how[index] ?? '',
          item.proof,
          { text: printed(item.providers), ink: 'muted' as const },
        ]),
        { gap: 14, givesWay: 1, tight: true, whole: true, rowsAre: 'lessons', minRows: 2 },
      ),
      ...composer.body(copy),
      ...funding,
    ],
  };
}

/** With a capital, and with telephone numbers that no line divides. */
const printed = (words: string): string =>
  words.replace(/^./, (letter) => letter.toUpperCase()).replace(/(?<=\b0[\d ]*\d) (?=\d{3})/g, '\u00a0');
