import type { ElementRating } from '@app/occupations';
import type { SkillRating } from '../answers/skill-ratings.js';

/** A skill as the person rated it, beside what is usual in their job. */
export interface RatedSkill {
  /** O*NET element id. */
  readonly id: string;
  readonly name: string;
  readonly kind: 'skill' | 'knowledge';
  /** 1–5, as chosen. */
  readonly rating: SkillRating;
  /** Importance in the occupation, 1–5. */
  readonly usual: number;
  /** What the match counts: half-way between the two. */
  readonly used: number;
}

/** A person's own rating counts half, what is usual in their job the other half: nobody judges themselves without error (method §3). */
export const blended = (rating: number, usual: number): number => (rating + usual) / 2;

/** The rated elements in the order of the ratings. Elements the job has no rating for are left out. */
export const ratedSkills = (
  usual: readonly ElementRating[],
  ratings: Readonly<Record<string, SkillRating>>,
): RatedSkill[] =>
  usual.flatMap(({ id, name, kind, importance }): RatedSkill[] => {
    const rating = ratings[id];
    return rating === undefined
      ? []
      : [{ id, name, kind, rating, usual: importance, used: blended(rating, importance) }];
  });

/** The job's ratings with the person's own put in. */
export function ownImportance(
  usual: readonly ElementRating[],
  rated: readonly RatedSkill[],
): readonly ElementRating[] {
  const own = new Map(rated.map(({ id, used }) => [id, used]));
  return usual.map((element) => ({ ...element, importance: own.get(element.id) ?? element.importance }));
}
