import type { RatingsRow } from '@app/occupations';
import { mean } from '@app/occupations';

/** Occupations without ratings that others stand in for, by the data's own notes. */
export const STAND_INS: Readonly<Record<string, readonly string[]>> = {
  '15-2051.00': ['15-1221.00', '15-2041.00'],
};

export interface OccupationRatings {
  readonly values: RatingsRow | null;
  readonly standIn: readonly string[];
}

/**
 * The 68 importance ratings of an occupation, skills before knowledge. Without its own, the mean of those that stand in for it; without
 * these, none.
 */
export function ratingsRow(
  code: string,
  skills: ReadonlyMap<string, readonly number[]>,
  knowledge: ReadonlyMap<string, readonly number[]>,
): OccupationRatings {
  const own = (each: string): number[] | null => {
    const skill = skills.get(each);
    const know = knowledge.get(each);
    return skill && know ? [...skill, ...know] : null;
  };
  const values = own(code);
  if (values) return { values, standIn: [] };
  const standIn = STAND_INS[code] ?? [];
  const rows = standIn.map(own).filter((row) => row !== null);
  if (standIn.length === 0 || rows.length !== standIn.length) return { values: null, standIn: [] };
  const first = rows[0] ?? [];
  return {
    values: first.map((_, index) => mean(rows.map((row) => row[index] ?? 0))),
    standIn,
  };
}
