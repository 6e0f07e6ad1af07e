import { SECTORS } from '../dataset/sectors.js';
import type { Dataset, OccupationRecord } from '../dataset/types.js';
import { MODEL_MONTH } from '../method/model.js';
import { windowFor } from '../method/window.js';
import type { Occupation, UkCode } from '../model/occupation.js';
import { activityTasks } from './activity-tasks.js';
import { assumedShares, levelWindows } from './level-weeks.js';
import { SECTOR_BARRIER_MONTHS } from './sector-barriers.js';

/** An occupation before its pivots, which need all the others. */
export type Unlinked = Omit<Occupation, 'pivots'>;

export const ukCodesOf = (dataset: Dataset, record: OccupationRecord): UkCode[] =>
  record.unitGroups.map(({ code, weight }) => ({
    code,
    weight,
    name: dataset.unitGroups.get(code)?.name ?? code,
  }));

/**
 * An occupation of the catalogue from its figures alone.
 * @param rise of the edited tasks, see `riseFactor` @param names of its activities in its unit group, by id @param title of its page, where
 *   the name in the data set is none that people use
 */
export function dataOccupation(
  dataset: Dataset,
  record: OccupationRecord,
  rise: number,
  names: Readonly<Record<string, string>> = {},
  title = record.title,
): Unlinked {
  const tasks = activityTasks(dataset, record.code, rise, names);
  const barrierMonths = SECTOR_BARRIER_MONTHS[record.sector];
  return {
    slug: record.slug,
    title,
    code: record.code,
    onetCode: record.links[0]?.code ?? '',
    skillsCode: record.code,
    sector: record.sector,
    sectorName: SECTORS[record.sector],
    kind: 'data',
    score: record.score,
    interval: record.interval,
    percentile: record.percentile,
    jobZone: record.jobZone,
    window: windowFor(tasks, barrierMonths, MODEL_MONTH),
    seniority: levelWindows(
      tasks,
      (level) => assumedShares(tasks, level),
      barrierMonths,
      MODEL_MONTH,
      record.score,
    ),
    tasks,
    interests: record.riasec,
    ukCodes: ukCodesOf(dataset, record),
    ukConfidence: record.ukConfidence,
    barrierMonths,
  };
}
