import type { ActivityShare } from '@app/occupations';
import { byText } from '../codes.js';
import type { Sources } from '../read-sources.js';
import type { BritishGroup } from './british-groups.js';
import { measuresOf, type Values } from './measures.js';
import { merged, pooledRow, type Weights } from './pooling.js';

/** Whose figures a group shows: its own links', its unit group's, or its minor group's. */
export type Whose = 'own' | 'unit' | 'minor';

export interface GroupFigures {
  readonly whose: Whose;
  readonly weights: Weights;
  readonly values: Values;
  /** The 68 importance ratings in hundredths, and whose they are: not every American occupation has been rated. */
  readonly ratings: readonly number[];
  readonly ratingsOf: Whose;
  readonly activities: readonly ActivityShare[];
}

/** What is pooled over O*NET codes, by code. */
export interface OnetFigures {
  readonly ratings: ReadonlyMap<string, readonly number[]>;
  readonly activities: ReadonlyMap<string, readonly ActivityShare[]>;
}

/**
 * Pools the figures of every group. A group that nothing American is, or that is only weakly linked, takes those of its unit group; a unit group
 * without links takes those of its minor group, each of whose unit groups counts by its UK jobs.
 */
export function groupFigures(
  groups: readonly BritishGroup[],
  sources: Sources,
  onet: OnetFigures,
  freyOsborne: ReadonlyMap<string, number>,
): ReadonlyMap<string, GroupFigures> {
  const units = groups.filter(({ code, unit }) => code === unit);
  const jobsOf = (unit: string): number => sources.ukJobs.get(unit)?.jobs ?? 0;
  const family = (unit: string, digits: number): Weights =>
    merged(
      units
        .filter(({ code }) => code.startsWith(unit.slice(0, digits)))
        .map(({ code, codes }) => ({ weights: codes, jobs: jobsOf(code) })),
    );
  const minor = (unit: string): Weights => {
    const near = family(unit, 3);
    return Object.keys(near).length > 0 ? near : family(unit, 2);
  };
  const unitCodes = new Map(units.map(({ code, codes }) => [code, codes]));
  const result = new Map<string, GroupFigures>();
  for (const group of groups) {
    const chain: { whose: Whose; weights: Weights }[] = [
      ...(group.code === group.unit || group.sure === 'weak'
        ? []
        : [{ whose: 'own' as const, weights: group.codes }]),
      { whose: group.code === group.unit ? 'own' : 'unit', weights: unitCodes.get(group.unit) ?? {} },
      { whose: 'minor', weights: minor(group.unit) },
      // A minor group of one unit group has nobody to lend: then the sub-major group.
      { whose: 'minor', weights: family(group.unit, 2) },
    ];
    const first = chain.find(({ weights }) => Object.keys(weights).length > 0) ?? {
      whose: 'minor',
      weights: {},
    };
    const parent = result.get(group.unit);
    if (first.whose === 'unit' && parent) {
      result.set(group.code, { ...parent, whose: parent.whose === 'own' ? 'unit' : parent.whose });
      continue;
    }
    const rated = chain
      .map(({ whose, weights }) => ({ whose, row: pooledRow(weights, (code) => onet.ratings.get(code)) }))
      .find(({ row }) => row !== undefined);
    result.set(group.code, {
      ...first,
      values: measuresOf(first.weights, group.isco, sources, freyOsborne),
      ratings: rated?.row ?? [],
      ratingsOf: rated?.whose ?? 'minor',
      activities: pooledActivities(first.weights, onet.activities),
    });
  }
  return result;
}

/** Activities of several occupations as those of one: shares by the links' weights, the published labels by what each brings. */
export function pooledActivities(
  weights: Weights,
  of: ReadonlyMap<string, readonly ActivityShare[]>,
): ActivityShare[] {
  const pool = new Map<string, { share: number; labelled: number; tasks: number }>();
  let all = 0;
  for (const [code, weight] of Object.entries(weights))
    for (const { id, share, exposure, tasks } of of.get(code) ?? []) {
      const own = pool.get(id) ?? { share: 0, labelled: 0, tasks: 0 };
      own.share += weight * share;
      own.labelled += weight * share * exposure;
      own.tasks += tasks;
      all += weight * share;
      pool.set(id, own);
    }
  return [...pool]
    .map(([id, { share, labelled, tasks }]) => ({
      id,
      share: share / all,
      exposure: labelled / share,
      tasks,
    }))
    .sort((a, b) => b.share - a.share || byText(a.id, b.id));
}
