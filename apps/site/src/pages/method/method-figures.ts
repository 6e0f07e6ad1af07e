import { PUBLISHED_SCORING } from '@app/assessment';
import {
  type Catalogue,
  type CrosswalkConfidence,
  type ModelRecord,
  type OccupationRecord,
  PUBLISHED,
} from '@app/occupations';

/** The roles whose scores are fixed by their editors. No weight was chosen so that they come out. */
const REFERENCES = ['data-scientist', 'machine-learning-engineer', 'solutions-architect', 'nurse'];
const CONFIDENCES: readonly CrosswalkConfidence[] = ['good', 'fair', 'low'];

/** How a personal score weighs what it was told, by how much that is. */
const LEVELS = [
  { told: 'Exact shares of your week', detail: 'exact' },
  { told: 'Rough amounts of time', detail: 'bands' },
  { told: 'Tasks ticked', detail: 'ticks' },
  { told: 'Job title alone', detail: 'title only' },
] as const;

export const PERSONAL = LEVELS.map(({ told, detail }) => ({
  told,
  lambda: PUBLISHED_SCORING.trust[detail],
  k: PUBLISHED_SCORING.concentration[detail],
}));

/** A role of fixed score beside what data alone give for the group it stands in. */
export interface Reference {
  readonly slug: string;
  readonly title: string;
  readonly edited: number;
  /** Unrounded. */
  readonly data: number;
}

/** Figures of the method as they are in this version of the model and the data, worked out from them and not typed in. */
export interface MethodFigures {
  readonly model: ModelRecord;
  readonly references: readonly Reference[];
  readonly edited: { readonly count: number; readonly meanDistance: string };
  readonly correlations: readonly {
    readonly name: string;
    readonly inScore: boolean;
    readonly count: number;
    readonly value: number;
    /** Agreement of the score made without it; only of those in the score. */
    readonly without: number | undefined;
  }[];
  /** Standard deviations in points. */
  readonly interval: {
    readonly base: number;
    readonly crosswalk: readonly {
      readonly confidence: CrosswalkConfidence;
      readonly extra: number;
      readonly count: number;
    }[];
    /** Half of all likely ranges reach at most so far each way, points. */
    readonly medianHalf: number;
  };
  readonly inputs: readonly { readonly name: string; readonly points: number }[];
  /** Groups with a page, unit groups among them, and those that take the figures of a wider group. */
  readonly total: number;
  readonly unitGroups: number;
  readonly borrowed: number;
}

export function methodFigures(catalogue: Pick<Catalogue, 'dataset' | 'all'>): MethodFigures {
  const { dataset } = catalogue;
  const { model } = dataset;
  const records = [...dataset.occupations.values()];
  const edited = catalogue.all().filter(({ kind }) => kind === 'edited');
  const dataScoreOf = (code: string): number => dataset.occupations.get(code)?.score ?? 0;
  const names = new Map<string, string>(dataset.measureInfo.map(({ id, name }) => [id, name]));
  return {
    model,
    references: REFERENCES.flatMap((slug) => {
      const found = edited.find((each) => each.slug === slug);
      return found
        ? [{ slug, title: found.title, edited: Math.round(found.score), data: dataScoreOf(found.code) }]
        : [];
    }),
    edited: {
      count: edited.length,
      meanDistance: mean(edited.map(({ score, code }) => Math.abs(score - dataScoreOf(code)))).toFixed(1),
    },
    correlations: dataset.measureInfo
      .map(({ id, name, inScore, count, correlation }) => ({
        ...{ name, inScore, count, value: correlation },
        without: model.leftOut[id],
      }))
      .sort((a, b) => b.value - a.value),
    interval: {
      base: PUBLISHED.interval.base,
      crosswalk: CONFIDENCES.map((confidence) => ({
        confidence,
        extra: PUBLISHED.interval.crosswalk[confidence],
        count: records.filter(({ ukConfidence }) => ukConfidence === confidence).length,
      })),
      medianHalf: Math.round(median(records.map(({ interval }) => halfOf(interval)))),
    },
    inputs: model.without
      .map(({ input, points }) => ({
        name: names.get(input) ?? 'How much complex problem solving the work takes',
        points,
      }))
      .sort((a, b) => b.points - a.points),
    total: records.length,
    unitGroups: records.filter(({ code }) => code.length === 4).length,
    borrowed: records.filter(({ figures }) => figures !== 'own').length,
  };
}

const halfOf = ({ low, high }: OccupationRecord['interval']): number => (high - low) / 2;
const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
