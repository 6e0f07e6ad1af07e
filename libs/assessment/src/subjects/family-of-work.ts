import {
  type Catalogue,
  type Dataset,
  type ElementRating,
  match,
  type Occupation,
  type OccupationRecord,
  type Pivot,
  SECTORS,
  type SectorId,
  shownMatch,
} from '@app/occupations';
import type { Subject } from '../scoring/subject.js';
import { familySubject } from './family.js';
import type { Rise } from './rise.js';
import { MOST_PATHS } from '../result/most-paths.js';

/** How many of a family's largest occupations lend it their paths. */
const LENDERS = 2;

/** A family of work with the paths that suit most people in it. */
export interface FamilyOfWork {
  readonly subject: Subject;
  readonly pivots: readonly Pivot[];
  /** O*NET job zone of its middle, by employment. */
  readonly jobZone: number;
  /** Interests R, I, A, S, E, C on O*NET's scale 1–7, averaged by employment. */
  readonly interests: readonly number[];
}

/** The family of a sector, from the figures of all its occupations. @throws RangeError for a sector without occupations */
export function familyOfWork(catalogue: Catalogue, id: SectorId, rise: Rise): FamilyOfWork {
  const { dataset } = catalogue;
  const records = [...dataset.occupations.values()].filter(
    // Unit groups alone: each of the family's jobs counts once.
    ({ sector, code }) => sector === id && code.length === 4 && dataset.activityShares.has(code),
  );
  if (records.length === 0) throw new RangeError(`There are no occupations in the sector ${id}.`);
  const members = records.map(({ code, score, ukJobs }) => ({
    score,
    activities: dataset.activityShares.get(code) ?? [],
    jobs: Math.max(1, ukJobs),
  }));
  const lenders = lendersOf(catalogue, records);
  const zone = weightedMean(records, ({ jobZone }) => jobZone);
  return {
    subject: familySubject({
      id,
      title: SECTORS[id],
      members,
      barrierMonths: lenders[0]?.barrierMonths ?? 0,
      nameOf: (activity) => dataset.activities.get(activity)?.name ?? activity,
      rise,
    }),
    pivots: familyPivots(catalogue, records, lenders),
    jobZone: Math.round(zone),
    interests: [0, 1, 2, 3, 4, 5].map((theme) => weightedMean(records, ({ riasec }) => riasec[theme] ?? 1)),
  };
}

const jobsOf = ({ ukJobs }: OccupationRecord): number => Math.max(1, ukJobs);

const weightedMean = (
  records: readonly OccupationRecord[],
  value: (record: OccupationRecord) => number,
): number =>
  records.reduce((sum, record) => sum + jobsOf(record) * value(record), 0) /
  records.reduce((sum, record) => sum + jobsOf(record), 0);

const lendersOf = (catalogue: Catalogue, records: readonly OccupationRecord[]): Occupation[] =>
  [...records]
    .sort((a, b) => b.ukJobs - a.ukJobs)
    .flatMap(({ slug }) => (catalogue.redirectFor(slug) === undefined ? [slug] : []))
    .slice(0, LENDERS)
    .flatMap((slug) => catalogue.bySlug(slug) ?? []);

/** Paths of the family's largest occupations, matched against the family's average skills, best match first. */
function familyPivots(
  catalogue: Catalogue,
  records: readonly OccupationRecord[],
  lenders: readonly Occupation[],
): Pivot[] {
  const own = averageRatings(catalogue.dataset, records);
  if (own.length === 0) return [];
  const inFamily = new Set(records.map(({ slug }) => slug));
  const offered = new Map(
    lenders.flatMap(({ pivots }) => pivots.map((pivot): [string, Pivot] => [pivot.slug, pivot])),
  );
  return [...offered.values()]
    .map((pivot): Pivot => {
      const found = match(own, catalogue.elements(pivot.slug));
      const { why: _why, ...rest } = pivot;
      return {
        ...rest,
        matchPercent: shownMatch(found),
        have: found.have,
        need: found.need,
        relation: inFamily.has(pivot.slug) ? 'adjacent' : 'cross-domain',
      };
    })
    .sort((a, b) => b.matchPercent - a.matchPercent || a.score - b.score)
    .slice(0, MOST_PATHS);
}

/** Mean importance of each element over the family, by employment, in O*NET order. */
function averageRatings(dataset: Dataset, records: readonly OccupationRecord[]): ElementRating[] {
  const rated = records.filter(({ code }) => dataset.ratings.has(code));
  if (rated.length === 0) return [];
  return dataset.elements.map(({ id, name, kind, order }) => ({
    id,
    name,
    kind,
    importance: weightedMean(rated, ({ code }) => dataset.ratings.get(code)?.[order] ?? 1),
  }));
}
