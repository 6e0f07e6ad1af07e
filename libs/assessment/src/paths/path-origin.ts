import type { Catalogue, ElementRating, Occupation, OccupationRecord, Pivot } from '@app/occupations';

/** Where somebody starts from. */
export interface Origin {
  /** Unit group that weighs most; undefined when only a family is known. */
  readonly group: string | undefined;
  readonly record: OccupationRecord | undefined;
  readonly slug: string;
  readonly jobZone: number;
  readonly score: number;
  readonly interval: Pivot['interval'];
  /** What is usual in the work, and with own ratings put in; empty when none are published. */
  readonly usual: readonly ElementRating[];
  readonly own: readonly ElementRating[];
  /** Paths an editor fixed for the page. */
  readonly fixed: readonly Pivot[];
}

/** The origin of somebody whose occupation is known. */
export const originOf = (
  catalogue: Catalogue,
  occupation: Occupation,
  own: readonly ElementRating[] | undefined,
): Origin => {
  const usual = catalogue.elements(occupation.slug);
  return {
    group: occupation.ukCodes[0]?.code,
    record: catalogue.dataset.occupations.get(occupation.code),
    slug: occupation.slug,
    jobZone: occupation.jobZone,
    score: occupation.score,
    interval: occupation.interval,
    usual,
    own: own ?? usual,
    // The paths of other pages carry a reason too: it is that of the move, which is ranked with all the others.
    fixed: occupation.kind === 'edited' ? occupation.pivots.filter(({ why }) => why !== undefined) : [],
  };
};
