import { isForTrade, type Tool } from '@app/occupations';
import { type Answers, isOwnTask } from '../answers/answers.js';
import { BAND_MIDPOINTS } from '../answers/bands.js';
import type { Detail } from '../result/personal-result.js';
import { amountsFor, detailOf, tasksFor, trustIn } from './detail.js';
import type { ActivityExposure, Subject } from './subject.js';

export const OTHER_WORK = 'other';
/** Standard deviation of work we know nothing about, points (method §4). */
const OTHER_SD = 35;

/** A part of the week before scoring. */
export interface WeekPart {
  readonly taskId: string;
  readonly name: string;
  /** w: share of the typical week, 0–1. */
  readonly typicalShare: number;
  /** p: share the person stated, 0–1. */
  readonly statedShare: number;
  /** u = λp + (1 − λ)w. */
  readonly share: number;
  readonly exposure: number;
  readonly exposureIn5Years: number;
  readonly sd: number;
  readonly tools: readonly Tool[];
  readonly own: boolean;
}

export interface Week {
  readonly detail: Detail;
  readonly parts: readonly WeekPart[];
  /** Σ w e, 0–100. */
  readonly occupationScore: number;
}

/** The share that is told back, 0–1: what they said, where they said anything. The score itself weighs that against the typical week. */
export const namedShare = ({ share, statedShare }: WeekPart, detail: Detail): number =>
  detail.startsWith('title') ? share : statedShare;

/** What a part adds to the score beside the typical week, points. */
export const contributionOf = (
  { share, typicalShare, exposure }: WeekPart,
  { occupationScore }: Week,
): number =>
  // + 0 turns −0 into 0, which JSON cannot tell apart.
  (share - typicalShare) * (exposure - occupationScore) + 0;

/**
 * The person's week (method §4): the subject's tasks, own tasks at the exposure of their activity, and other work at the occupation's
 * mean. Typical, stated and scored shares each sum to 1 over the parts.
 */
export function weekOf(
  answers: Answers,
  subject: Subject,
  exposureOf: (activity: string) => ActivityExposure,
): Week {
  const detail = detailOf(answers, subject);
  const whole = subject.tasks.reduce((sum, { share }) => sum + share, 0) || 1;
  const occupationScore = subject.tasks.reduce(
    (sum, { share, exposure }) => sum + (share / whole) * exposure,
    0,
  );
  const in5Years = subject.tasks.reduce(
    (sum, { share, exposureIn5Years }) => sum + (share / whole) * exposureIn5Years,
    0,
  );
  const stated = statedShares(answers, subject);
  const trust = trustIn(detail, subject);
  const part = (
    taskId: string,
    name: string,
    typicalShare: number,
    rating: ActivityExposure,
    more: { tools?: readonly Tool[]; own: boolean },
  ): WeekPart => {
    const statedShare = stated.get(taskId) ?? 0;
    const share = trust * statedShare + (1 - trust) * typicalShare;
    return {
      taskId,
      name,
      typicalShare,
      statedShare,
      share,
      ...pick(rating),
      tools: more.tools ?? [],
      own: more.own,
    };
  };
  const parts = subject.tasks.map((task) =>
    part(task.id, task.name, task.share / whole, task, {
      // A tool of one trade is named to that trade alone: one title holds many.
      tools: task.tools.filter((tool) => isForTrade(tool, answers.jobTitle ?? '')),
      own: false,
    }),
  );
  for (const task of tasksFor(answers, subject)) {
    if (isOwnTask(task))
      parts.push(part(task.taskId, task.text, 0, exposureOf(task.activity), { own: true }));
  }
  if ((stated.get(OTHER_WORK) ?? 0) > 0) {
    parts.push(
      part(
        OTHER_WORK,
        'Other work',
        0,
        { exposure: occupationScore, exposureIn5Years: in5Years, sd: OTHER_SD },
        { own: false },
      ),
    );
  }
  return { detail, parts, occupationScore };
}

const pick = ({ exposure, exposureIn5Years, sd }: ActivityExposure): ActivityExposure => ({
  exposure,
  exposureIn5Years,
  sd,
});

/** p by task id; sums to 1, or is empty when nothing was stated. */
function statedShares(answers: Answers, subject: Subject): ReadonlyMap<string, number> {
  const chosen = tasksFor(answers, subject);
  const amounts = amountsFor(answers, subject);
  if (amounts?.kind === 'exact') {
    const percents = chosen.map(({ taskId }): [string, number] => [taskId, amounts.percents[taskId] ?? 0]);
    const sum = percents.reduce((total, [, percent]) => total + percent, 0);
    return normalised([...percents, [OTHER_WORK, Math.max(0, 100 - sum)]]);
  }
  if (amounts) {
    const middles = chosen.map(({ taskId }): [string, number] => [
      taskId,
      BAND_MIDPOINTS[amounts.bands[taskId] ?? 'none'],
    ]);
    return normalised([...middles, [OTHER_WORK, BAND_MIDPOINTS[amounts.other]]]);
  }
  return normalised(
    tickedShares(
      chosen.map(({ taskId }) => taskId),
      subject,
    ),
  );
}

/** Ticks say which, not how much: listed tasks keep their typical proportions, an own task counts as an average one. */
function tickedShares(ids: readonly string[], subject: Subject): [string, number][] {
  const typical = new Map(subject.tasks.map(({ id, share }) => [id, share]));
  const listed = ids.flatMap((id) => typical.get(id) ?? []).filter((share) => share > 0);
  const average = listed.length > 0 ? listed.reduce((sum, share) => sum + share, 0) / listed.length : 1;
  return ids.map((id) => [id, typical.get(id) ?? average]);
}

function normalised(shares: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sum = shares.reduce((total, [, share]) => total + share, 0);
  return new Map(sum > 0 ? shares.map(([id, share]) => [id, share / sum]) : []);
}
