import type { Dataset, SourceInfo } from '../dataset/types.js';
import type { EvidenceDot, ReportSource } from '../model/report.js';
import type { Unlinked } from '../build/data-occupation.js';
import { MODEL_VERSION, monthWords } from '../method/model.js';
import { countWords, listWords } from '../method/number-words.js';

/** What a report took from where. Built from the inputs that were really used; what was not used is not named. */
export interface Inputs {
  readonly dots: readonly EvidenceDot[];
  readonly pivots: number;
  /** Month of the editors' ratings, for edited reports. */
  readonly ratedIn?: string;
}

/** Sources in the order of the report, each once, with what it was used for. */
export function sourcesOf(
  dataset: Dataset,
  occupation: Unlinked,
  { dots, pivots, ratedIn }: Inputs,
): ReportSource[] {
  const record = dataset.occupations.get(occupation.code);
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
    use('gptsOccupations', 'the score');
    if (record && record.f !== null) use('freyOsborne', 'the score');
    use('onetTasks', 'work activities and their shares');
    use('onetTaskActivities', 'work activities and their shares');
    use('gptsTasks', 'exposure of the activities');
  }
  for (const { source } of dots) use(source, 'measures beside the score and the range');
  if (occupation.ukCodes.length > 0) {
    use('titleMatch', 'the link to UK occupations');
    use('codingIndex', 'the link to UK occupations');
    use('soc2010To2018', 'the link to UK occupations');
    use('iscoToSoc2010', 'the link to UK occupations');
  }
  use('ukJobs', 'the share of UK workers');
  use('usJobs', 'the share of UK workers');
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
          `${countWords(scored.length)} published measure${scored.length === 1 ? '' : 's'} of exposure (${listWords(scored.map(({ source }) => release(source) ?? source))})`,
          `${countWords(occupation.tasks.length)} groups of work activities from ${listWords(from('O*NET', 'onetTasks'))}`,
        ]
      : [`${countWords(occupation.tasks.length)} tasks rated by editors (${monthWords(ratedIn)})`]),
    beside,
    ...from('ONS jobs by occupation', 'ukJobs'),
    ...from('O*NET skills and knowledge', 'onetSkills'),
  ];
  return `Based on ${listWords(parts)}; model version ${MODEL_VERSION}.`;
}
