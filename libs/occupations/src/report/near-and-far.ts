import { OTHER_ACTIVITIES } from '../build/activity-tasks.js';
import type { Task } from '../model/task.js';

/** Exposures that differ by less are told apart by nobody. */
const APART = 10;
const MOST = 2;

type Part = Pick<Task, 'id' | 'name' | 'share' | 'exposure'>;

/** Of equal exposures the larger part of the work is named. */
const byExposure =
  (sign: 1 | -1) =>
  (a: Part, b: Part): number =>
    sign * (Math.round(a.exposure) - Math.round(b.exposure)) || b.share - a.share;

const named = (tasks: readonly Part[]): Part[] => tasks.filter(({ id }) => id !== OTHER_ACTIVITIES);
const mean = (tasks: readonly Part[]): number =>
  tasks.reduce((sum, { share, exposure }) => sum + share * exposure, 0) /
  tasks.reduce((sum, { share }) => sum + share, 0);

/** The one or two parts of the work whose exposure stands clearly above its mean, highest first, in lower case. */
export function nearParts(tasks: readonly Part[]): string[] {
  const line = mean(tasks);
  return pick(
    named(tasks).filter(({ exposure }) => exposure >= line + APART / 2),
    -1,
    tasks,
  );
}

/** The one or two parts that stand clearly below it, lowest first. */
export function farParts(tasks: readonly Part[]): string[] {
  const line = mean(tasks);
  return pick(
    named(tasks).filter(({ exposure }) => exposure < line + APART / 2),
    1,
    tasks,
  );
}

function pick(parts: readonly Part[], sign: 1 | -1, all: readonly Part[]): string[] {
  const exposures = named(all).map(({ exposure }) => exposure);
  if (Math.max(...exposures) - Math.min(...exposures) < APART) return [];
  return [...parts]
    .sort(byExposure(sign))
    .slice(0, MOST)
    .map(({ name }) => name.charAt(0).toLowerCase() + name.slice(1));
}
