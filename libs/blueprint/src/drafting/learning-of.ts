import type { LearningLibrary } from '../plan/learning-library.js';
import type { SnapshotGap, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';

const MOST = 4;

/** A gap from here on, in something that matters from here on (importance 1–5), is worth hours of somebody's evenings. */
const LEAST_GAP = 0.75;
const LEAST_NEEDED = 3;

/** The gaps worth closing, by gap × importance ÷ effort (method §5), with what to do for each. */
export function learningFor(gaps: readonly SnapshotGap[], library: LearningLibrary): SnapshotLearning[] {
  return gaps
    .filter(({ met, needed, have }) => !met && needed >= LEAST_NEEDED && needed - have >= LEAST_GAP)
    .map((gap): SnapshotLearning => {
      const { entry, specific } = library.entry(gap.name, gap.kind);
      return {
        id: gap.id,
        name: gap.name,
        ...(entry.short !== undefined && { short: entry.short }),
        importance: gap.needed,
        gap: gap.needed - gap.have,
        specific,
        why: entry.why,
        steps: entry.steps.map((step) => ({
          ...step,
          do: step.do.replaceAll('{element}', gap.name.toLowerCase()),
        })),
        hours: entry.steps.reduce((sum, { hours }) => sum + hours, 0),
        proof: entry.proof.replaceAll('{element}', gap.name.toLowerCase()),
        providers: entry.providers,
        checked: entry.checked,
      };
    })
    .sort(
      (a, b) =>
        (b.gap * b.importance) / b.hours - (a.gap * a.importance) / a.hours || (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST);
}
