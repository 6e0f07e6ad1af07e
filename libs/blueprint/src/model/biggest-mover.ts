import { inSentence } from '../copy/word-filters.js';
import type { BlueprintSnapshot, SnapshotTask } from '../snapshot/blueprint-snapshot.js';

/** What moves a score most against the usual week: a task, or an answer beside the tasks. */
export interface Mover {
  readonly points: number;
  readonly task?: SnapshotTask;
  /** "does most of it", of an answer. */
  readonly answer?: string;
  /** Inside a sentence: “entering and coding”, or leaving out “helping the owner or client”. */
  readonly words: string;
}

/** Other work and the like: parts of the week without a task of its own. */
const NO_TASK = /^other/;

/** The one that every page names; undefined where nothing is known to differ. */
export function biggestMover({
  result,
  occupation,
}: Pick<BlueprintSnapshot, 'result' | 'occupation'>): Mover | undefined {
  const tasks = result.tasks
    .filter(({ id }) => !NO_TASK.test(id))
    .map((task): Mover => {
      const name = `“${inSentence(task.name)}”`;
      return {
        points: (task.share - task.typicalShare) * (task.exposure - occupation.score),
        task,
        words: task.told === 0 ? `leaving out ${name}` : name,
      };
    });
  const answers = (result.adjustments ?? []).map(({ kind, name, answer, points }): Mover => ({
    points,
    answer,
    words: kind === 'ai use' ? `AI in “${inSentence(name)}”` : `“${inSentence(name)}”`,
  }));
  return [...tasks, ...answers].sort((a, b) => Math.abs(b.points) - Math.abs(a.points))[0];
}
