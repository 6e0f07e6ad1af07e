import type { EditedFile } from '../content/load-content.js';
import { SECTORS } from '../dataset/sectors.js';
import type { Dataset, OccupationRecord } from '../dataset/types.js';
import { exposureInterval } from '../method/exposure-interval.js';
import { MODEL_MONTH } from '../method/model.js';
import { occupationScore } from '../method/occupation-score.js';
import { riskLabel } from '../method/risk-label.js';
import { windowFor } from '../method/window.js';
import { ContentError } from '../content-files/content-error.js';
import type { Task } from '../model/task.js';
import { type Unlinked, ukCodesOf } from './data-occupation.js';
import { levelWindows } from './level-weeks.js';
import type { UkScales } from './uk-scales.js';

export const editedTasks = ({ content }: EditedFile): Task[] =>
  content.tasks.map(({ share, tools, ...task }) => ({
    ...task,
    share: share / 100,
    risk: riskLabel(task.exposure),
    tools: tools.map(({ name, checked, trades, notTrades }) => ({
      name,
      checked,
      ...(trades && { trades }),
      ...(notTrades && { notTrades }),
    })),
  }));

/** An occupation that editors wrote, on the figures of the group it stands for or hangs on. @throws ContentError for unknown codes */
export function editedOccupation(
  dataset: Dataset,
  scales: UkScales,
  edited: EditedFile,
  group: OccupationRecord,
): Unlinked {
  const { content, file, lineOf, slug } = edited;
  const onet = dataset.onet.get(content.code);
  if (!onet)
    throw new ContentError([
      `${file}:${lineOf(['code'])}: O*NET has no occupation ${content.code} with data`,
    ]);
  const tasks = editedTasks(edited);
  const score = occupationScore(tasks);
  const barrierMonths = content.barriers.months;
  return {
    slug,
    title: content.title,
    code: group.code,
    onetCode: content.code,
    skillsCode: dataset.ratings.has(content.code) ? content.code : group.code,
    sector: content.sector,
    sectorName: SECTORS[content.sector],
    kind: 'edited',
    score,
    interval: exposureInterval(score, tasks, scales.readings(group.code), group.ukConfidence),
    percentile: scales.percentile(score),
    jobZone: onet.jobZone,
    window: windowFor(tasks, barrierMonths, MODEL_MONTH),
    seniority: levelWindows(
      tasks,
      (level) => wholeWeek(content.seniority[level]),
      barrierMonths,
      MODEL_MONTH,
      score,
    ),
    tasks,
    interests: onet.riasec,
    ukCodes: ukCodesOf(dataset, group),
    ukConfidence: group.ukConfidence,
    barrierMonths,
  };
}

const wholeWeek = (percent: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(percent).map(([id, share]) => [id, share / 100]));
