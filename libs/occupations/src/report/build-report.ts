import type { EditedFile } from '../content/load-content.js';
import type { Dataset } from '../dataset/types.js';
import { MODEL_MONTH, MODEL_VERSION, monthWords } from '../method/model.js';
import { percentileFigure, percentileWords, shownPercentile } from '../method/percentile-words.js';
import { roundHalfUp, wholePercents } from '../method/rounding.js';
import type { Occupation } from '../model/occupation.js';
import type { CompareRole, OccupationReport } from '../model/report.js';
import type { ContentKnown } from './content-rules.js';
import { reportBreaches } from './report-gate.js';
import { dataTexts } from './data-texts.js';
import { editedTexts } from './edited-texts.js';
import { gainsOf } from './gains.js';
import { evidenceOf } from './evidence.js';
import { factsOf } from './facts.js';
import { notesOf } from './notes.js';
import { shownScore } from './shown-score.js';
import { basedOnLine, sourcesOf } from './sources.js';

const KIND_NOTES = {
  edited: 'An edited report: tasks, tools, timeline and answers were written and rated for this occupation.',
  data: 'A data report: built from published figures alone, with work activities standing in for tasks.',
} as const;

const SENIORITY_NOTES = {
  edited: 'Shares of the week by level are our editors’ ratings.',
  data: 'By level we assume that juniors do half of the usual leading and deciding, and seniors twice; nobody has measured it.',
} as const;

export interface ReportParts {
  readonly dataset: Dataset;
  readonly catalogueVersion: string;
  readonly occupation: Occupation;
  readonly compare: readonly CompareRole[];
  /** For edited reports. */
  readonly edited?: EditedFile;
  /** For the gate over edited reports: where slugs lead, and the tools that edited files list. */
  readonly gate?: Omit<ContentKnown, 'content'>;
}

/** Every part of the public page, as data (all but price and promise, which the shop knows). Pure; ready for JSON. */
export function buildReport({
  dataset,
  catalogueVersion,
  occupation,
  compare,
  edited,
  gate,
}: ReportParts): OccupationReport {
  const evidence = evidenceOf(dataset, occupation);
  const { pivots } = occupation;
  const ratedIn = edited?.content.updated;
  const texts = edited
    ? editedTexts(edited.content, factsOf(occupation))
    : dataTexts(dataset, occupation, pivots);
  const sources = sourcesOf(dataset, {
    dots: evidence.dots,
    ...(evidence.routine ? { routine: evidence.routine } : {}),
    pivots: pivots.length,
    ...(ratedIn === undefined ? {} : { ratedIn }),
  });
  const shares = wholePercents(occupation.tasks.map(({ share }) => share));
  const month = ratedIn ?? MODEL_MONTH;
  const report: Omit<OccupationReport, 'breaches' | 'indexable'> = {
    slug: occupation.slug,
    title: occupation.title,
    kind: occupation.kind,
    kindNote: KIND_NOTES[occupation.kind],
    sector: { id: occupation.sector, name: occupation.sectorName },
    code: occupation.code,
    ...texts,
    updated: { month, words: monthWords(month) },
    basedOn: basedOnLine(occupation, sources, evidence.dots, ratedIn),
    catalogueVersion,
    modelVersion: MODEL_VERSION,
    score: shownScore(occupation),
    window: occupation.window,
    seniority: occupation.seniority,
    pace: edited ? [edited.content.barriers.note, edited.content.adoption] : [],
    seniorityNote: SENIORITY_NOTES[occupation.kind],
    percentile: {
      exact: occupation.percentile,
      value: shownPercentile(occupation.percentile),
      figure: percentileFigure(occupation.percentile),
      words: percentileWords(occupation.percentile),
    },
    tasks: occupation.tasks.map((task, index) => ({
      ...task,
      exposureShown: roundHalfUp(task.exposure),
      sharePercent: shares[index] ?? 0,
    })),
    gains: edited ? gainsOf(edited.content) : [],
    compare,
    pivots,
    evidence,
    sources,
    notes: notesOf(dataset, occupation),
    occupation,
  };
  const breaches = reportBreaches(report, edited && gate && { ...gate, content: edited.content });
  return { ...report, breaches, indexable: breaches.length === 0 };
}
