import type { Dataset, SourceInfo } from '../dataset/types.js';
import type { EvidenceDot, ReportSource } from '../model/report.js';
import type { Unlinked } from '../build/data-occupation.js';
import { MODEL_VERSION, monthWords } from '../method/model.js';
import { countWords, listWords } from '@app/kernel';

/** What a report took from where. Built from the inputs that were really used; what was not used is not named. */
export interface Inputs {
  readonly dots: readonly EvidenceDot[];
  readonly routine?: EvidenceDot;
  readonly pivots: number;
  /** Month of the editors' ratings, for edited reports. */
  readonly ratedIn?: string;
}

/** Sources in the order of the report, each once, with what it was used for. */
export function sourcesOf(dataset: Dataset, { dots, routine, pivots, ratedIn }: Inputs): ReportSource[] {
  const used = new Map<string, string[]>();
  const use = (id: string, what: string): void => void used.set(id, [...(used.get(id) ?? []), what]);
  const own: ReportSource[] = [];
  if (ratedIn !== undefined) {
    own.push({
      id: 'editors',
      name: 'Our editors’ task ratings',
      release: monthWords(ratedIn),
      licence: 'CC BY 4.0',
      credit: 'Rated by our editors on the rubric of the method page.',
      usedFor: 'tasks, shares of the week, exposure and its rise, tools',
    });
  } else {
    for (const { source, inScore } of dots) if (inScore) use(source, 'the score');
    use('candidates', 'the link to American occupations');
    use('onetTasks', 'work activities and their shares');
    use('onetTaskActivities', 'work activities and their shares');
    use('gptsTasks', 'exposure of the activities');
  }
  for (const { source, inScore } of dots) if (!inScore) use(source, 'measures beside the score');
  if (routine) use(routine.source, 'routine work that machines could take over, no part of the score');
  use('codingIndex', 'job titles and the group of each');
  use('soc2020', 'the groups');
  use('ukJobs', 'the share of UK workers');
  if (pivots > 0) {
    use('onetSkills', 'pivot paths');
    use('onetKnowledge', 'pivot paths');
    use('onetRelated', 'pivot paths');
    // Editors choose the three paths of their pages; the others are ranked by pay and preparation too.
    if (ratedIn === undefined) {
      use('onetJobZones', 'pivot paths');
      use('ashe', 'pivot paths');
    }
  }
  const known = [...used].flatMap(([id, what]): ReportSource[] => {
    const source: SourceInfo | undefined = dataset.sources.get(id);
    if (!source) return [];
    const { name, release, licence, credit } = source;
    return [{ id, name, release, licence, credit, usedFor: [...new Set(what)].join('; ') }];
  });
  return [...own, ...known];
}

/** The *based on* line, from the sources themselves. */
export function basedOnLine(
  occupation: Unlinked,
  sources: readonly ReportSource[],
  dots: readonly EvidenceDot[],
  ratedIn?: string,
): string {
  const release = (id: string): string | undefined => sources.find((source) => source.id === id)?.release;
  const from = (words: string, id: string): string[] => {
    const when = release(id);
    return when === undefined ? [] : [`${words} (${when})`];
  };
  const shown = dots.filter(({ inScore }) => !inScore).length;
  const beside = `${countWords(shown)} ${ratedIn === undefined ? 'further' : 'published'} measure${shown === 1 ? '' : 's'} shown beside the score`;
  const scored = dots.filter(({ inScore }) => inScore);
  const parts = [
    ...(ratedIn === undefined
      ? [
          `${countWords(scored.length)} published measures of exposure, brought together and set to the scale of our editors’ ratings`,
          `${countWords(occupation.tasks.length)} groups of work activities from ${listWords(from('O*NET', 'onetTasks'))}`,
        ]
      : [`${countWords(occupation.tasks.length)} tasks rated by editors (${monthWords(ratedIn)})`]),
    ...(shown > 0 ? [beside] : []),
    ...from('ONS jobs by occupation', 'ukJobs'),
    ...from('O*NET skills and knowledge', 'onetSkills'),
  ];
  return `Based on ${listWords(parts)}; model version ${MODEL_VERSION}.`;
}
