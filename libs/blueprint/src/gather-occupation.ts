import type { CompletedAssessment } from '@app/assessment';
import type { Catalogue, Dataset, ElementRating, OccupationReport } from '@app/occupations';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';

/** What a report says of the occupation. */
export const occupationOf = (report: OccupationReport): BlueprintSnapshot['occupation'] => ({
  slug: report.slug,
  title: report.title,
  sectorName: report.sector.name,
  kind: report.kind,
  score: report.score.exact,
  interval: report.score.interval,
  percentile: report.percentile.exact,
  window: report.window,
  barrierMonths: report.occupation.barrierMonths,
  timeline: report.timeline.map(({ period, title, text }) => ({ period, title, text })),
  measures: report.evidence.dots.map(({ name, percentile, inScore }) => ({ name, percentile, inScore })),
  scorePercentile: report.evidence.scorePercentile,
  agreement: report.evidence.agreement,
  interests: report.occupation.interests,
});

/** When no title fitted: what the result says of the family. No measures are shown for a family, since none is published for one. */
export function familyOf(
  { result }: CompletedAssessment,
  catalogue: Catalogue,
): BlueprintSnapshot['occupation'] {
  const sector = catalogue.all().find(({ sectorName }) => sectorName === result.occupationTitle);
  return {
    slug: '',
    title: result.occupationTitle,
    sectorName: sector?.sectorName ?? result.occupationTitle,
    kind: 'data',
    score: result.occupationScore,
    interval: result.occupationInterval,
    percentile: result.percentile,
    window: result.window,
    barrierMonths: 0,
    timeline: [],
    measures: [],
    scorePercentile: result.percentile,
    agreement:
      'No single measure is published for a whole family of work, so none is drawn beside the score.',
    interests: [],
  };
}

/** Of what they start from, as the match of their paths is; of the whole family where nothing nearer is known. */
export function elementsOf(
  { answers, result }: CompletedAssessment,
  catalogue: Catalogue,
): readonly ElementRating[] {
  const slug = result.slug || result.describedAs;
  return slug ? catalogue.elements(slug) : familyElements(catalogue.dataset, answers.familyId ?? '');
}

/** Mean ratings over the family's unit groups, by UK employment: each job counts once. */
function familyElements(dataset: Dataset, sector: string): ElementRating[] {
  const rated = [...dataset.occupations.values()].flatMap((record) => {
    const row = dataset.ratings.get(record.code);
    return record.sector === sector && record.code.length === 4 && row
      ? [{ row, jobs: Math.max(1, record.ukJobs) }]
      : [];
  });
  const jobs = rated.reduce((sum, one) => sum + one.jobs, 0);
  if (jobs === 0) return [];
  return dataset.elements.map(({ id, name, kind, order }) => ({
    id,
    name,
    kind,
    importance: rated.reduce((sum, one) => sum + one.jobs * (one.row[order] ?? 1), 0) / jobs,
  }));
}
