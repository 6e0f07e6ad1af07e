import type { EditedFile } from '../content/load-content.js';
import { SECTORS } from '../dataset/sectors.js';
import type { Dataset } from '../dataset/types.js';
import { exposureInterval } from '../method/exposure-interval.js';
import { MODEL_MONTH } from '../method/model.js';
import { occupationScore } from '../method/occupation-score.js';
import { riskLabel } from '../method/risk-label.js';
import { windowFor } from '../method/window.js';
import { ContentError } from '../content/content-error.js';
import type { UkCode } from '../model/occupation.js';
import type { Task } from '../model/task.js';
import { type Unlinked, ukCodesOf } from './data-occupation.js';
import { levelWindows } from './level-weeks.js';
import type { UkScales } from './uk-scales.js';

export const editedTasks = ({ content }: EditedFile): Task[] =>
  content.tasks.map(({ share, tools, ...task }) => ({
    ...task,
    share: share / 100,
    risk: riskLabel(task.exposure),
    tools: tools.map(({ name, checked }) => ({ name, checked })),
  }));

/** An occupation that editors wrote, on the figures of the code it stands on. @throws ContentError for unknown codes */
export function editedOccupation(dataset: Dataset, scales: UkScales, edited: EditedFile): Unlinked {
  const { content, file, lineOf, slug } = edited;
  const record = dataset.occupations.get(content.code);
  if (!record)
    throw new ContentError([`${file}:${lineOf(['code'])}: the catalogue has no occupation ${content.code}`]);
  const tasks = editedTasks(edited);
  const score = occupationScore(tasks);
  const barrierMonths = content.barriers.months;
  return {
    slug,
    title: content.title,
    code: content.code,
    sector: content.sector,
    sectorName: SECTORS[content.sector],
    kind: 'edited',
    score,
    interval: exposureInterval(score, tasks, scales.readings(content.code), record.ukConfidence),
    percentile: scales.percentile(score),
    jobZone: record.jobZone,
    window: windowFor(tasks, barrierMonths, MODEL_MONTH),
    seniority: levelWindows(
      tasks,
      (level) => wholeWeek(content.seniority[level]),
      barrierMonths,
      MODEL_MONTH,
    ),
    tasks,
    interests: record.riasec,
    ukCodes: content.ukCodes ? ownUkCodes(dataset, edited, content.ukCodes) : ukCodesOf(dataset, record),
    ukConfidence: record.ukConfidence,
    barrierMonths,
  };
}

const wholeWeek = (percent: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(percent).map(([id, share]) => [id, share / 100]));

function ownUkCodes(
  dataset: Dataset,
  { file, lineOf }: EditedFile,
  weights: Readonly<Record<string, number>>,
): UkCode[] {
  return Object.entries(weights)
    .map(([code, weight]) => {
      const group = dataset.unitGroups.get(code);
      if (!group)
        throw new ContentError([`${file}:${lineOf(['ukCodes', code])}: SOC 2020 has no unit group ${code}`]);
      return { code, name: group.name, weight: weight / 100 };
    })
    .sort((a, b) => b.weight - a.weight);
}
