import {
  type ActivityShare,
  around,
  bandWord,
  CONSENSUS,
  consensusOf,
  CROSSWALK,
  type CrosswalkConfidence,
  fittedScore,
  type GroupPages,
  type GroupTitles,
  halfInterval,
  hundredths,
  MEASURE_IDS,
  type MeasureInfo,
  type Measures,
  MEASURES,
  type ModelRecord,
  type OccupationRecord,
  type OnetRecord,
  type Places,
  roundHalfUp,
  shrunkTo,
  ukSectorOf,
  type UnitGroupLinks,
  weightedRankCorrelation,
  type WeightedScale,
  weightedScale,
} from '@app/occupations';
import { calibrate } from './calibrate/calibrate.js';
import { honestTests } from './calibrate/honest-tests.js';
import { activityMeans, publishedActivities } from './compute/activity-shares.js';
import { freyOsborneBySoc2018 } from './compute/frey-osborne-codes.js';
import { ratingsRow } from './compute/ratings-rows.js';
import { type BritishGroup, britishGroups } from './groups/british-groups.js';
import { groupFigures, type GroupFigures } from './groups/group-figures.js';
import { pooled, pooledRow } from './groups/pooling.js';
import { ImportError } from './import-error.js';
import type { ImportContext } from './import-context.js';
import type { Sources } from './read-sources.js';

export interface BuiltOccupations {
  readonly onet: readonly OnetRecord[];
  /** O*NET occupations and British groups alike, by code. */
  readonly ratings: ReadonlyMap<string, readonly number[]>;
  readonly occupations: readonly OccupationRecord[];
  readonly activityShares: ReadonlyMap<string, readonly ActivityShare[]>;
  readonly measures: ReadonlyMap<string, Measures>;
  readonly measureInfo: readonly MeasureInfo[];
  readonly britishTitles: ReadonlyMap<string, readonly string[]>;
  readonly model: ModelRecord;
}

/** What our own words bring to the import. */
export interface Judgements {
  readonly links: ReadonlyMap<string, UnitGroupLinks>;
  readonly pages: GroupPages;
  /** What a group is called where the official name is no name. */
  readonly titles: GroupTitles;
  /** Scores of the edited reports by slug, 0–100. */
  readonly edited: ReadonlyMap<string, number>;
}

/** O*NET id of complex problem solving. */
const PROBLEM_SOLVING = '2.B.2.i';
const CONFIDENCE: Readonly<Record<BritishGroup['sure'], CrosswalkConfidence>> = {
  good: 'good',
  fair: 'fair',
  weak: 'low',
};

/** What the import works out for every British group from all sources together (method §1–2). */
export function buildOccupations(
  context: ImportContext,
  sources: Sources,
  judgements: Judgements,
): BuiltOccupations {
  const { onet, rows, activities } = onetLayer(context, sources);
  const groups = britishGroups(
    sources.unitGroups,
    sources.codingIndex.groups,
    judgements.links,
    judgements.titles,
  );
  const freyOsborne = freyOsborneBySoc2018(sources.freyOsborne, sources.soc2010To2018);
  const figures = groupFigures(groups, sources, { ratings: rows, activities }, freyOsborne);
  const of = (code: string): GroupFigures =>
    figures.get(code) ?? fail(context.file('codingIndex'), `${code} has no figures`);
  const units = groups.filter(({ code, unit }) => code === unit);
  const jobs = (code: string): number => sources.ukJobs.get(code.slice(0, 4))?.jobs ?? 0;

  const scales = new Map(
    MEASURE_IDS.map((id): [typeof id, WeightedScale] => [
      id,
      weightedScale(
        units.flatMap(({ code }) => {
          const value = of(code).values[id];
          return value === undefined ? [] : [{ value, weight: jobs(code) }];
        }),
      ),
    ]),
  );
  const placesOf = (code: string): Places =>
    Object.fromEntries(
      CONSENSUS.flatMap((id) => {
        const value = of(code).values[id];
        return value === undefined ? [] : [[id, scales.get(id)?.midPercentile(value)]];
      }),
    );
  const place = sources.skills.elements.findIndex(({ id }) => id === PROBLEM_SOLVING);
  const placed = (code: string) => ({
    places: placesOf(code),
    problems: (of(code).ratings[place] ?? 300) / 100,
  });
  const calibration = calibrate(
    [...judgements.edited].map(([slug, score]) => ({
      slug,
      score,
      ...placed(judgements.pages.groupOf.get(slug) ?? fail('groups/pages.yaml', `${slug} stands nowhere`)),
    })),
    units.map(({ code }) => ({ jobs: jobs(code), ...placed(code) })),
  );
  const { fit } = calibration;
  const own = (code: string): { score: number; spread: number; mean: number } => {
    const { places, problems } = placed(code);
    const consensus = consensusOf(places) ?? fail('groups/links', `${code} has fewer than four measures`);
    return { score: fittedScore(fit, consensus.mean, problems), ...consensus };
  };
  const scores = new Map(
    groups.map(({ code, unit }) => {
      const { score, spread, mean } = own(code);
      const near =
        code === unit ? score : shrunkTo(own(unit).score, score, halfInterval(fit, fit.meanSpread));
      return [code, { score: roundHalfUp(near, 4), spread, mean }];
    }),
  );
  const score = (code: string): number => scores.get(code)?.score ?? 0;
  const scale = weightedScale(units.map(({ code }) => ({ value: score(code), weight: jobs(code) })));
  const onetByCode = new Map(onet.map((record) => [record.code, record]));

  const pages = groups.filter(({ page }) => page);
  const occupations = pages.map((group): OccupationRecord => {
    const { whose, weights, ratingsOf } = of(group.code);
    const { spread } = scores.get(group.code) ?? { spread: fit.meanSpread };
    const interval = around(score(group.code), halfInterval(fit, spread, CROSSWALK[CONFIDENCE[group.sure]]));
    const zone = pooled(weights, (code) => onetByCode.get(code)?.jobZone);
    const interests = pooledRow(weights, (code) => onetByCode.get(code)?.riasec);
    return {
      code: group.code,
      title: group.title,
      sourceTitle: group.sourceTitle,
      slug: group.slug,
      sector: ukSectorOf(group.code) ?? fail(context.file('codingIndex'), `${group.code} is in no sector`),
      jobZone: roundHalfUp(zone ?? fail('groups/links', `${group.code} has no job zone`)),
      riasec: interests as unknown as OccupationRecord['riasec'],
      links: Object.entries(weights)
        .map(([code, weight]) => ({ code, weight: roundHalfUp(weight, 4) }))
        .sort((a, b) => b.weight - a.weight || (a.code < b.code ? -1 : 1)),
      figures: whose,
      ratings: ratingsOf,
      ukConfidence: CONFIDENCE[group.sure],
      unitGroups: [{ code: group.unit, weight: 1 }],
      ukJobs: jobs(group.code),
      score: score(group.code),
      interval: { low: roundHalfUp(interval.low, 4), high: roundHalfUp(interval.high, 4) },
      percentile: roundHalfUp(scale.percentile(score(group.code)), 3),
    };
  });
  const measures = new Map(
    pages.map(({ code }): [string, Measures] => [
      code,
      Object.fromEntries(
        MEASURE_IDS.flatMap((id) => {
          const value = of(code).values[id];
          return value === undefined
            ? []
            : [
                [
                  id,
                  {
                    value: sixPlaces(value),
                    percentile: roundHalfUp(scales.get(id)?.percentile(value) ?? 0, 3),
                  },
                ],
              ];
        }),
      ),
    ]),
  );
  const measureInfo = MEASURE_IDS.map((id): MeasureInfo => {
    const pairs = units.flatMap(({ code }) => {
      const y = of(code).values[id];
      return y === undefined ? [] : [{ x: score(code), y, weight: jobs(code) }];
    });
    const count = pages.filter(({ code }) => of(code).values[id] !== undefined).length;
    return { id, ...MEASURES[id], count, correlation: signed(weightedRankCorrelation(pairs)) };
  });
  const { groups: index } = sources.codingIndex;
  const britishTitles = new Map(
    pages.map(({ code, unit }): [string, readonly string[]] => {
      if (code !== unit) return [code, index.get(code)?.titles ?? []];
      const inside = groups.filter((group) => group.unit === unit && group.code !== unit && !group.page);
      return [code, [...new Set(inside.flatMap((group) => index.get(group.code)?.titles ?? []))].sort()];
    }),
  );
  return {
    onet,
    ratings: new Map([
      ...[...rows].map(([code, row]): [string, number[]] => [code, row.map((value) => value / 100)]),
      ...pages.map(({ code }): [string, number[]] => [code, of(code).ratings.map((value) => value / 100)]),
    ]),
    occupations,
    activityShares: new Map(pages.map(({ code }) => [code, of(code).activities])),
    measures,
    measureInfo,
    britishTitles,
    model: {
      ...calibration,
      ...honestTests(
        units.map(({ code, title }) => ({
          code,
          title,
          jobs: jobs(code),
          score: score(code),
          ...placed(code),
        })),
        calibration,
        sources,
      ),
      bands: bandShares(units.map(({ code }) => ({ score: score(code), jobs: jobs(code) }))),
    },
  };
}

/** O*NET as it lies beneath: records, ratings in hundredths, and activities with the published labels of their tasks. */
function onetLayer(context: ImportContext, sources: Sources) {
  const rows = new Map<string, number[]>();
  const unrated: string[] = [];
  const onet = sources.occupations.map(({ code, title, jobZone }): OnetRecord => {
    const row = ratingsRow(code, sources.skills.importance, sources.knowledge.importance);
    if (row.values) rows.set(code, row.values.map(hundredths));
    else unrated.push(code);
    return {
      code,
      title,
      jobZone,
      riasec: sources.interests.get(code) ?? fail(context.file('onetInterests'), `${code} has no interests`),
      related: sources.related.get(code) ?? [],
      ...(row.standIn.length > 0 ? { standIn: row.standIn } : {}),
    };
  });
  context.leaveOut('onetSkills', 'occupation without skill and knowledge ratings of its own', unrated);
  const means = activityMeans(sources.tasks, sources.gptTasks);
  const activities = new Map(
    onet.map(({ code }) => [
      code,
      publishedActivities(
        code,
        sources.tasks.get(code) ?? fail(context.file('onetTasks'), `${code} has no tasks`),
        sources.gptTasks,
        means,
      ),
    ]),
  );
  return { onet, rows, activities };
}

/** Share of UK jobs by band word, per cent. */
function bandShares(
  units: readonly { readonly score: number; readonly jobs: number }[],
): ModelRecord['bands'] {
  const all = units.reduce((sum, { jobs }) => sum + jobs, 0);
  const shares: Record<string, number> = {};
  for (const { score, jobs } of units)
    shares[bandWord(score)] = (shares[bandWord(score)] ?? 0) + (100 * jobs) / all;
  return Object.fromEntries(Object.entries(shares).map(([word, share]) => [word, roundHalfUp(share, 2)]));
}

const signed = (value: number): number => Math.sign(value) * roundHalfUp(Math.abs(value), 4);
const sixPlaces = (value: number): number => Math.sign(value) * roundHalfUp(Math.abs(value), 4);

function fail(file: string, reason: string): never {
  throw new ImportError(file, null, reason);
}
