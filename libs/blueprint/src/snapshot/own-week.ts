import type { SnapshotTask } from './blueprint-snapshot.js';

/** The share that is printed, 0–1: what they said, where they said anything. The score weighs that against the usual week. */
export const sharePrinted = ({ told, share }: Pick<SnapshotTask, 'told' | 'share'>): number => told ?? share;

/** A task in their own words: it never disappears. */
export const isInOwnWords = ({ id }: Pick<SnapshotTask, 'id'>): boolean => id.startsWith('own-');

/** The tasks that are theirs: none that they said takes none of their week, or did not tick. Of who said nothing, those of the usual week. */
export const ownTasks = (tasks: readonly SnapshotTask[]): SnapshotTask[] =>
  tasks.filter((task) => sharePrinted(task) > 0 || isInOwnWords(task));

/** Tasks of the usual week that they said, or left unsaid, are none of theirs. */
export const tasksNotTheirs = (tasks: readonly SnapshotTask[]): SnapshotTask[] =>
  tasks.filter(({ told, typicalShare }) => told === 0 && typicalShare > 0);

/** Share of a week that is a real part of it. */
const A_REAL_PART = 0.05;
/** Below it tools do little of a task. */
const LITTLE = 35;

/** Their real tasks that tools do least of, least first: what to build on. */
export const keptTasks = (tasks: readonly SnapshotTask[]): SnapshotTask[] =>
  ownTasks(tasks)
    .filter(
      (task) =>
        task.id !== 'other' && sharePrinted(task) >= A_REAL_PART && Math.round(task.exposure) < LITTLE,
    )
    .sort((a, b) => a.exposure - b.exposure || sharePrinted(b) - sharePrinted(a));
