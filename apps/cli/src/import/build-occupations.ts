import {
  type ActivityShare,
  dataScore,
  fitLine,
  INDEPENDENT,
  MEASURE_IDS,
  type MeasureInfo,
  type Measures,
  MEASURES,
  type OccupationRecord,
  type RatingsRow,
  scoreFromLine,
  scoreInterval,
  sectorOf,
  type UnitGroupLink,
  weightedRankCorrelation,
  type WeightedScale,
  weightedScale,
} from '@app/occupations';
import { socOf } from './codes.js';
import { activityMeans, activityShares } from './compute/activity-shares.js';
import { crosswalkChain } from './compute/chain.js';
import { freyOsborneBySoc2018 } from './compute/frey-osborne-codes.js';
import { measureValues } from './compute/measure-values.js';
import { ratingsRow } from './compute/ratings-rows.js';
import { titleIndex, titleMatches } from './compute/title-matches.js';
import { ukJobsOfOccupations } from './compute/uk-jobs-of-occupations.js';
import { ukLinks } from './compute/uk-links.js';
import { usJobShares } from './compute/us-job-shares.js';
import { ImportError } from './import-error.js';
import type { ImportContext } from './import-context.js';
import { publicName, slugOf } from './public-names.js';
import type { Sources } from './read-sources.js';

export interface BuiltOccupations {
  readonly occupations: readonly OccupationRecord[];
  readonly ratings: ReadonlyMap<string, RatingsRow>;
  readonly activityShares: ReadonlyMap<string, readonly ActivityShare[]>;
  readonly measures: ReadonlyMap<string, Measures>;
  readonly measureInfo: readonly MeasureInfo[];
}

/** Figures that are shown keep this many decimals; scores and shares keep all, because sums must be exact. */
const rounded = (value: number, decimals = 4): number => Number(value.toFixed(decimals));

/** What the import works out for each occupation from all sources together (method §2). */
export function buildOccupations(
  context: ImportContext,
  sources: Sources,
  checkedLinks: ReadonlyMap<string, readonly UnitGroupLink[]>,
  britishTitles: ReadonlyMap<string, string>,
): BuiltOccupations {
  const codes = sources.occupations.map(({ code }) => code);
  const chain = crosswalkChain(
    sources.soc2010To2018,
    sources.iscoOfSoc2010,
    sources.codingIndex.unitGroupsOfIsco,
  );
  const index = titleIndex(sources.codingIndex.titles);
  const links = new Map(
    sources.occupations.map(({ code, title }) => {
      const matches = titleMatches(
        title,
        sources.titles.get(code) ?? [],
        index,
        sources.titleMatch.get(code) ?? [],
      );
      return [code, ukLinks(matches, chain.unitGroups(socOf(code)), checkedLinks.get(code))];
    }),
  );
  const ukJobs = ukJobsOfOccupations(
    new Map([...links].map(([code, { unitGroups }]) => [code, unitGroups])),
    new Map([...sources.ukJobs].map(([code, { jobs }]) => [code, jobs])),
    usJobShares(codes, sources.usJobs),
  );
  const weight = (code: string): number => ukJobs.get(code) ?? 0;

  const freyOsborne = freyOsborneBySoc2018(sources.freyOsborne, sources.soc2010To2018);
  const g = (code: string): number =>
    sources.gpt.get(code)?.human ?? fail(context.file('gptsOccupations'), `${code} has no exposure`);
  const f = (code: string): number | null => freyOsborne.get(socOf(code)) ?? null;
  const line = fitLine(
    codes.flatMap((code) => {
      const own = f(code);
      return own === null ? [] : [{ g: g(code), score: dataScore(g(code), own) }];
    }),
  );
  const scores = new Map(
    codes.map((code) => {
      const own = f(code);
      return [code, own === null ? scoreFromLine(line, g(code)) : dataScore(g(code), own)] as const;
    }),
  );
  const score = (code: string): number => scores.get(code) ?? 0;

  const raw = new Map(
    codes.map((code) => [
      code,
      measureValues(code, sources, freyOsborne, chain, links.get(code)?.unitGroups ?? []),
    ]),
  );
  const scoreScale = weightedScale(codes.map((code) => ({ value: score(code), weight: weight(code) })));
  const scales = new Map<string, WeightedScale>();
  const measureInfo = MEASURE_IDS.map((id): MeasureInfo => {
    const have = codes.flatMap((code) => {
      const value = raw.get(code)?.[id];
      return value === undefined ? [] : [{ x: score(code), y: value, weight: weight(code) }];
    });
    scales.set(id, weightedScale(have.map(({ y, weight: jobs }) => ({ value: y, weight: jobs }))));
    return { id, ...MEASURES[id], count: have.length, correlation: rounded(weightedRankCorrelation(have)) };
  });
  const measures = new Map(
    codes.map((code) => [
      code,
      Object.fromEntries(
        Object.entries(raw.get(code) ?? {}).map(([id, value]) => [
          id,
          { value: rounded(value, 5), percentile: rounded(scales.get(id)?.percentile(value) ?? 0, 2) },
        ]),
      ) as Measures,
    ]),
  );
  const readings = (code: string): number[] =>
    INDEPENDENT.flatMap((id) => {
      const value = raw.get(code)?.[id];
      const scale = scales.get(id);
      return value === undefined || !scale ? [] : [scoreScale.valueAt(scale.midPercentile(value))];
    });

  const ratings = new Map<string, RatingsRow>();
  const unrated: string[] = [];
  const slugs = new Set<string>();
  const occupations = sources.occupations.map(({ code, title: sourceTitle, jobZone }): OccupationRecord => {
    const row = ratingsRow(code, sources.skills.importance, sources.knowledge.importance);
    if (row.values)
      ratings.set(
        code,
        row.values.map((value) => rounded(value, 3)),
      );
    else unrated.push(code);
    const plain = publicName(sourceTitle);
    const title = britishTitles.get(code) ?? plain;
    const slug = slugOf(title);
    const former = slugOf(plain);
    for (const each of new Set([slug, former])) {
      if (slugs.has(each)) fail(context.file('onetOccupations'), `two titles have the slug ${each}`);
      slugs.add(each);
    }
    const link = links.get(code) ?? fail(context.file('titleMatch'), `${code} was not linked`);
    const own = f(code);
    const interval = scoreInterval(
      score(code),
      readings(code),
      link.confidence,
      own === null ? line.residual : 0,
    );
    return {
      code,
      title,
      sourceTitle,
      slug,
      ...(former === slug ? {} : { formerSlug: former }),
      sector: sectorOf(code) ?? fail(context.file('onetOccupations'), `${code} is in no sector`),
      jobZone,
      riasec: sources.interests.get(code) ?? fail(context.file('onetInterests'), `${code} has no interests`),
      related: sources.related.get(code) ?? [],
      ratings: row.basis,
      ...(row.standIn.length > 0 ? { standIn: row.standIn } : {}),
      ukConfidence: link.confidence,
      unitGroups: link.unitGroups.map((each) => ({ code: each.code, weight: rounded(each.weight) })),
      ukJobs: Math.round(weight(code)),
      g: rounded(g(code), 6),
      f: own === null ? null : rounded(own, 6),
      score: score(code),
      scoreWithoutF: rounded(scoreFromLine(line, g(code))),
      scoreFromLine: own === null,
      interval: { low: rounded(interval.low), high: rounded(interval.high) },
      percentile: rounded(scoreScale.percentile(score(code)), 3),
    };
  });
  const reached = new Set(occupations.flatMap(({ unitGroups }) => unitGroups.map((link) => link.code)));
  context.leaveOut(
    'ukJobs',
    'unit group that no occupation leads to: its jobs are in no percentile',
    [...sources.ukJobs.keys()].filter((code) => !reached.has(code)),
  );
  context.leaveOut(
    'onetSkills',
    'occupation without skill and knowledge ratings: no match can be worked out',
    unrated,
  );
  const means = activityMeans(sources.tasks, sources.gptTasks);
  const shares = new Map(
    codes.map((code) => [
      code,
      activityShares(
        code,
        sources.tasks.get(code) ?? fail(context.file('onetTasks'), `${code} has no tasks`),
        sources.gptTasks,
        means,
        score(code),
      ),
    ]),
  );
  return { occupations, ratings, activityShares: shares, measures, measureInfo };
}

function fail(file: string, reason: string): never {
  throw new ImportError(file, null, reason);
}
