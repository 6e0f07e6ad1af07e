import { inSentence } from '../copy/word-filters.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

type Lever = BlueprintSnapshot['result']['levers'][number];

/** A move of hours as a page says it: those that lead to one task, take as long and end at the same whole score are one, from this task or that. */
export interface SaidMove extends Lever {
  /** The tasks that the hours may come from, the best first. */
  readonly fromAny: readonly string[];
}

/** In their order. */
export function saidMoves(levers: readonly Lever[]): SaidMove[] {
  const said: SaidMove[] = [];
  for (const lever of levers) {
    const at = said.findIndex(
      ({ to, hours, after }) =>
        to === lever.to && hours === lever.hours && Math.round(after) === Math.round(lever.after),
    );
    const same = said[at];
    if (same) said[at] = { ...same, fromAny: [...same.fromAny, lever.from] };
    else said.push({ ...lever, fromAny: [lever.from] });
  }
  return said;
}

/** "Drafting, or research". */
export const fromWords = ({ fromAny: [first = '', ...others] }: SaidMove): string =>
  [first, ...others.map((name) => `or ${inSentence(name)}`)].join(', ');
