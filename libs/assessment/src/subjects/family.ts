import { riskLabel, type SectorId, type Task } from '@app/occupations';
import { CONCENTRATION } from '../scoring/detail.js';
import type { Subject } from '../scoring/subject.js';
import { titleOnlyVariance } from '../scoring/title-only-variance.js';
import type { Rise } from './rise.js';

/** An occupation of a family with the employment behind it. */
export interface FamilyMember {
  readonly score: number;
  /** Activities: shares sum to 1. */
  readonly activities: readonly { readonly id: string; readonly share: number; readonly exposure: number }[];
  /** UK jobs, above 0. */
  readonly jobs: number;
}

/** 10th to 90th percentile of a normal distribution, in standard deviations. */
const WIDTH_IN_SD = 2 * 1.2816;
/** Draws differ a little from the normal curve and from each other; the family stays the wider of the two. */
const MARGIN = 1.08;
/** Standard deviation of an activity's exposure, points, as on data reports. */
const ACTIVITY_SD = 15;

export interface FamilyInput {
  readonly id: SectorId;
  readonly title: string;
  readonly members: readonly FamilyMember[];
  readonly barrierMonths: number;
  readonly nameOf: (activity: string) => string;
  readonly rise: Rise;
}

/**
 * A family of work as something to compare with, when no title fits: its activities and their exposures averaged over the family's
 * occupations, weighted by UK employment. Its range is never narrower than that of any single one of them.
 */
export function familySubject({ id, title, members, barrierMonths, nameOf, rise }: FamilyInput): Subject {
  const total = members.reduce((sum, { jobs }) => sum + jobs, 0);
  const mean = members.reduce((sum, { score, jobs }) => sum + (jobs / total) * score, 0);
  const variance = members.reduce((sum, { score, jobs }) => sum + (jobs / total) * (score - mean) ** 2, 0);
  const variances = members.map(({ activities }) =>
    titleOnlyVariance(
      activities.map((activity) => ({ ...activity, sd: ACTIVITY_SD })),
      CONCENTRATION['title only'],
    ),
  );
  const half = (WIDTH_IN_SD / 2) * Math.hypot(Math.sqrt(variance), 5);
  const tasks = averages(members, total).map(({ activity, share, exposure }): Task => ({
    id: activity.toLowerCase().replaceAll('.', '-'),
    name: nameOf(activity),
    share,
    exposure,
    exposureIn5Years: rise(exposure),
    sd: ACTIVITY_SD,
    risk: riskLabel(exposure),
    tools: [],
    activity,
  }));
  return {
    slug: id,
    sector: id,
    title,
    score: mean,
    interval: { low: Math.max(0, mean - half), high: Math.min(100, mean + half) },
    tasks,
    barrierMonths,
    family: { sd: Math.sqrt(variance), leastWidth: MARGIN * WIDTH_IN_SD * Math.sqrt(Math.max(...variances)) },
  };
}

interface Average {
  readonly activity: string;
  readonly share: number;
  readonly exposure: number;
}

/** Largest share first. */
function averages(members: readonly FamilyMember[], total: number): Average[] {
  const sums = new Map<string, { share: number; exposure: number }>();
  for (const { activities, jobs } of members) {
    for (const { id, share, exposure } of activities) {
      const part = (jobs / total) * share;
      const sum = sums.get(id) ?? { share: 0, exposure: 0 };
      sums.set(id, { share: sum.share + part, exposure: sum.exposure + part * exposure });
    }
  }
  return [...sums]
    .filter(([, { share }]) => share > 0)
    .map(([activity, { share, exposure }]) => ({ activity, share, exposure: exposure / share }))
    .sort((a, b) => b.share - a.share);
}
