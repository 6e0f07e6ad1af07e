import type { Adjustment, RankedPath } from '../result/personal-result.js';
import type { RatedSkill } from '../skills/own-ratings.js';
import { inSentence } from '@app/kernel';
import { OTHER_WORK, type WeekPart } from './week.js';

const LOW_BELOW = 35;
const LEAST_SHARE = 0.05;
const MOST_TASKS = 3;

/** What the strengths rest on. */
export interface StrengthFacts {
  readonly parts: readonly StrengthPart[];
  readonly paths: readonly RankedPath[];
  /** "your week", or "a typical week" when only the job is known. */
  readonly weekWords: string;
  readonly betweenJobs?: boolean | undefined;
  readonly adjustments: readonly Adjustment[];
  readonly skills?: readonly RatedSkill[] | undefined;
}

/** A task with the share that is told back, see `namedShare`. */
type StrengthPart = Pick<WeekPart, 'taskId' | 'name' | 'share' | 'exposure'>;

export const allStrengths = ({
  parts,
  paths,
  weekWords,
  betweenJobs = false,
  adjustments,
  skills = [],
}: StrengthFacts): string[] => [
  ...strengthsOf(parts, paths, weekWords, betweenJobs),
  ...skillStrengths(skills, betweenJobs),
  ...toolStrengths(adjustments),
];

/**
 * What the person brings, in plain sentences: their tasks that tools do least of, and the skills of their job that more than one of the
 * paths asks for. Nothing is said that the figures do not hold.
 * @param weekWords "your week", or "a typical week" when only the job is known
 */
export function strengthsOf(
  parts: readonly StrengthPart[],
  paths: readonly RankedPath[],
  weekWords: string,
  betweenJobs = false,
): string[] {
  const safe = parts
    .filter(
      ({ taskId, share, exposure }) =>
        taskId !== OTHER_WORK && share >= LEAST_SHARE && Math.round(exposure) < LOW_BELOW,
    )
    .sort((a, b) => a.exposure - b.exposure || b.share - a.share)
    .slice(0, MOST_TASKS);
  const tasks = safe.map(
    ({ name, share, exposure }) =>
      `${name}: ${Math.round(100 * share)}% of ${weekWords}, exposure ${Math.round(exposure)} of 100.`,
  );
  const wanted = sharedSkills(paths);
  return wanted.length === 0
    ? tasks
    : [
        ...tasks,
        `Skills usual in ${jobOf(betweenJobs)} that several of the paths ask for: ${wanted.map(inSentence).join(', ')}.`,
      ];
}

const jobOf = (betweenJobs: boolean): string => (betweenJobs ? 'that job' : 'your job');

/** Own ratings this high, and this far above the usual, are worth a sentence. */
const STRONG_FROM = 4;
const ABOVE_USUAL = 0.5;

/** The skills that somebody rates above what is usual in their job, in one sentence; none where there are none. */
export function skillStrengths(skills: readonly RatedSkill[], betweenJobs = false): string[] {
  const strong = skills
    .filter(({ rating, usual }) => rating >= STRONG_FROM && rating - usual >= ABOVE_USUAL)
    .sort((a, b) => b.rating - b.usual - (a.rating - a.usual))
    .slice(0, 4);
  const names = [...new Set(strong.map(({ name }) => inSentence(name)))];
  return names.length === 0
    ? []
    : [`You rate yourself above what is usual in ${jobOf(betweenJobs)}: ${names.join(', ')}.`];
}

/** Who already works with a tool brings that, whatever it does to the score. */
export function toolStrengths(adjustments: readonly Adjustment[]): string[] {
  const used = adjustments.filter(({ kind, points }) => kind === 'ai use' && points > 0);
  return used.length === 0
    ? []
    : [`You already work with AI tools: ${used.map(({ name }) => inSentence(name)).join(', ')}.`];
}

function sharedSkills(paths: readonly RankedPath[]): string[] {
  const counts = new Map<string, number>();
  for (const { have } of paths) for (const name of have) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name)
    .slice(0, 4);
}
