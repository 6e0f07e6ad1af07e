import type { SaidFact } from '@app/blueprint';
import { sha256 } from '@app/kernel';

/** Where a fact is stated. */
export interface FactPlace {
  /** Path in the project. */
  readonly file: string;
  /** Words that lead to its line, each looked for after the one before. */
  readonly lookFor: readonly string[];
}

/** A fact about the world outside, with what an editor needs to check it. */
export interface OutsideFact extends SaidFact {
  readonly title: string;
  /** Where the outside says it itself, without `https://`; null when the content names no page. */
  readonly page: string | null;
  /** Every place that states it. */
  readonly places: readonly [FactPlace, ...FactPlace[]];
  /** Month in which it was written or listed, `YYYY-MM`. */
  readonly written: string;
  /** Of its words: a check is of exactly these. */
  readonly wordsSha256: string;
  /** Written from general knowledge: nobody compared it with its source then. */
  readonly unchecked: boolean;
}

/** A fact as the readers of content find it. */
export type ReadFact = Omit<OutsideFact, 'wordsSha256'>;

/** Facts of one key as one fact, with all its places; the oldest writing counts. */
export function merged(facts: Iterable<ReadFact>): OutsideFact[] {
  const byKey = new Map<string, ReadFact>();
  for (const fact of facts) {
    const known = byKey.get(fact.key);
    byKey.set(
      fact.key,
      known
        ? {
            ...known,
            places: [...known.places, ...fact.places],
            page: known.page ?? fact.page,
            written: known.written < fact.written ? known.written : fact.written,
          }
        : fact,
    );
  }
  return [...byKey.values()].map((fact) => ({ ...fact, wordsSha256: sha256(fact.words) }));
}
