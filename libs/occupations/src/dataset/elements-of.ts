import type { ElementRating } from './element-rating.js';
import type { Dataset } from './types.js';

/** Reads the skill and knowledge ratings of a code in O*NET order, each code once; empty when it has none. */
export function elementsReader(dataset: Dataset): (code: string) => readonly ElementRating[] {
  const read = new Map<string, readonly ElementRating[]>();
  return (code) => {
    const known = read.get(code);
    if (known) return known;
    const row = dataset.ratings.get(code);
    const ratings = row
      ? dataset.elements.map(({ id, name, kind, order }) => ({
          id,
          name,
          kind,
          importance: row[order] ?? 1,
        }))
      : [];
    read.set(code, ratings);
    return ratings;
  };
}
