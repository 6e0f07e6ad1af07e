import { withArticle } from '@app/kernel';
import { type Amounts, type Answers, type ChosenTask, isOwnTask } from '../answers/answers.js';
import { BAND_MIDPOINTS, type Band, BANDS } from '../answers/bands.js';
import type { Adjustment, Detail } from '../result/personal-result.js';
import type { Subject } from './subject.js';

/** λ: how far the stated week counts against the typical one (method §4). */
export const TRUST: Readonly<Record<Detail, number>> = {
  exact: 0.9,
  bands: 0.7,
  ticks: 0.4,
  'title only': 0,
  'title unknown': 0,
};

/** λ for a subject: where no title is known there is no typical week to lean on, and what the person does makes the week (method §4). */
export const trustIn = (detail: Detail, { family }: Pick<Subject, 'family'>): number =>
  family && !detail.startsWith('title') ? 1 : TRUST[detail];

/** k: how firmly the shares are known; the concentration of the Dirichlet draws (method §4). */
export const CONCENTRATION: Readonly<Record<Detail, number>> = {
  exact: 60,
  bands: 30,
  ticks: 15,
  'title only': 8,
  'title unknown': 8,
};

export const DETAIL_WORDS: Readonly<Record<Detail, string>> = {
  'title unknown': 'Based on your family of work alone, so the range is wide.',
  'title only': 'Based on your job title alone: it takes a typical week for yours.',
  ticks: 'Based on the tasks you ticked; how your time is split is taken from a typical week.',
  bands: 'Based on your tasks and roughly how much of your week each takes.',
  exact: 'Based on your tasks and the exact share of your week each takes.',
};

/** The same for somebody who has no job now. */
export const DETAIL_WORDS_BETWEEN_JOBS: Readonly<Record<Detail, string>> = {
  'title unknown': 'Based on the family of work alone, so the range is wide.',
  'title only': 'Based on the job title alone: it takes a typical week of that job.',
  ticks: 'Based on the tasks you ticked; how the time is split is taken from a typical week.',
  bands: 'Based on the tasks you named and roughly how much of a week each takes.',
  exact: 'Based on the tasks you named and the exact share of a week each takes.',
};

/** Whose week it is: "your week", "the week of your last job" when they have no job now, or "a typical week" when only the job is known. */
export function weekWordsOf(detail: Detail, betweenJobs = false): string {
  if (detail.startsWith('title')) return 'a typical week';
  return betweenJobs ? 'the week of your last job' : 'your week';
}

/** The chosen tasks that can be scored against this subject: ticks of another job do not count. */
export function tasksFor(answers: Answers, subject: Subject): readonly ChosenTask[] {
  if (answers.tasksFor !== subject.slug) return [];
  const known = new Set(subject.tasks.map(({ id }) => id));
  return (answers.tasks ?? []).filter((task) => isOwnTask(task) || known.has(task.taskId));
}

/** How much of the week was given, as far as it fits the chosen tasks and is more than nothing. */
export function amountsFor(answers: Answers, subject: Subject): Amounts | undefined {
  const { amounts } = answers;
  const chosen = tasksFor(answers, subject);
  if (!amounts || amounts.occupationSlug !== subject.slug || chosen.length === 0) return undefined;
  const complete = chosen.every(
    ({ taskId }) =>
      (amounts.kind === 'bands' ? amounts.bands[taskId] : amounts.percents[taskId]) !== undefined,
  );
  const something = chosen.some(({ taskId }) =>
    amounts.kind === 'bands' ? amounts.bands[taskId] !== 'none' : (amounts.percents[taskId] ?? 0) > 0,
  );
  return complete && something ? amounts : undefined;
}

export function detailOf(answers: Answers, subject: Subject): Detail {
  const amounts = amountsFor(answers, subject);
  if (amounts) return amounts.kind;
  if (tasksFor(answers, subject).length > 0) return 'ticks';
  return subject.family ? 'title unknown' : 'title only';
}

/** The same person with one step less said: exact → bands → ticks → title only. Undefined at the end. */
export function saidLess(answers: Answers, subject: Subject): Answers | undefined {
  const amounts = amountsFor(answers, subject);
  if (amounts?.kind === 'exact') return { ...answers, amounts: asBands(amounts) };
  if (amounts) return without(answers, 'amounts');
  return tasksFor(answers, subject).length > 0 ? without(answers, 'tasks') : undefined;
}

/** The band whose middle lies nearest to a percentage; a little is never "none". */
export function bandOf(percent: number): Band {
  if (percent <= 0) return 'none';
  const distance = (band: Band): number => Math.abs(BAND_MIDPOINTS[band] - percent);
  return BANDS.slice(1).reduce(
    (best, band) => (distance(band) < distance(best) ? band : best),
    'little' as Band,
  );
}

function asBands(amounts: Amounts & { kind: 'exact' }): Amounts {
  const stated = Object.values(amounts.percents).reduce((sum, percent) => sum + percent, 0);
  const bands = Object.fromEntries(
    Object.entries(amounts.percents).map(([id, percent]) => [id, bandOf(percent)]),
  );
  return { kind: 'bands', occupationSlug: amounts.occupationSlug, bands, other: bandOf(100 - stated) };
}

function without(answers: Answers, key: 'amounts' | 'tasks'): Answers {
  const { [key]: _dropped, ...rest } = answers;
  return rest;
}

/** What a result rests on, a sentence or two: only what was really used. @param found the title that was taken from their own words. */
export function basedOn(
  detail: Detail,
  adjustments: readonly Adjustment[],
  betweenJobs: boolean,
  found: string | undefined,
): string {
  const words = found
    ? `Based on your own words alone, from which we took ${withArticle(found)}: the week is a typical one.`
    : (betweenJobs ? DETAIL_WORDS_BETWEEN_JOBS : DETAIL_WORDS)[detail];
  const kinds = [
    ...(adjustments.some(({ kind }) => kind === 'ai use') ? ['AI tools'] : []),
    ...(adjustments.some(({ kind }) => kind === 'demand')
      ? [`what ${betweenJobs ? 'that' : 'your'} work demands`]
      : []),
  ];
  return kinds.length > 0 ? `${words} Your answers about ${kinds.join(' and ')} are counted too.` : words;
}
