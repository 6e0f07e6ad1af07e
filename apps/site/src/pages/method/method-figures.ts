import { PUBLISHED_SCORING } from '@app/assessment';
import { type Catalogue, type CrosswalkConfidence, type OccupationRecord, PUBLISHED } from '@app/occupations';

/** The roles whose scores are fixed, and which the weights were chosen by. */
const REFERENCES = ['data-scientist', 'machine-learning-engineer', 'solutions-architect', 'nurse'];
const CONFIDENCES: readonly CrosswalkConfidence[] = ['good', 'fair', 'low', 'none'];

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

/** A role of fixed score beside what data alone give for the occupation it stands on. */
export interface Reference {
  readonly slug: string;
  readonly title: string;
  readonly edited: number;
  /** Unrounded. */
  readonly data: number;
}

/** Figures of the method as they are in this version of the model and the data, worked out from them and not typed in. */
export interface MethodFigures {
  readonly references: readonly Reference[];
  readonly edited: { readonly count: number; readonly meanDistance: string };
  readonly correlations: readonly {
    readonly name: string;
    readonly inScore: boolean;
    readonly count: number;
    readonly value: number;
  }[];
  /** Standard deviations in points. */
  readonly interval: {
    readonly base: number;
    readonly line: number;
    readonly crosswalk: readonly {
      readonly confidence: CrosswalkConfidence;
      readonly extra: number;
      readonly count: number;
    }[];
    /** Half of all likely ranges reach at most so far each way, points. */
    readonly medianHalf: number;
  };
  /** What leaving out the figure of 2013 would do. */
  readonly withoutF: { readonly medianMove: number; readonly most: number; readonly missing: number };
  readonly total: number;
}

export function methodFigures(catalogue: Pick<Catalogue, 'dataset' | 'all'>): MethodFigures {
  const { dataset } = catalogue;
  const records = [...dataset.occupations.values()];
  const edited = catalogue.all().filter(({ kind }) => kind === 'edited');
  const dataScoreOf = (code: string): number => dataset.occupations.get(code)?.score ?? 0;
  const moves = records.filter(({ f }) => f !== null).map((record) => record.score - record.scoreWithoutF);
  const distances = moves.map(Math.abs);
  return {
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
      .map(({ name, inScore, count, correlation }) => ({ name, inScore, count, value: correlation }))
      .sort((a, b) => b.value - a.value),
    interval: {
      base: PUBLISHED.interval.base,
      line: tenth(Math.sqrt(mean(moves.map((move) => move ** 2)))),
      crosswalk: CONFIDENCES.map((confidence) => ({
        confidence,
        extra: PUBLISHED.interval.crosswalk[confidence],
        count: records.filter(({ ukConfidence }) => ukConfidence === confidence).length,
      })),
      medianHalf: Math.round(median(records.map(({ interval }) => halfOf(interval)))),
    },
    withoutF: {
      medianMove: Math.round(median(distances)),
      most: Math.round(Math.max(...distances)),
      missing: records.filter(({ scoreFromLine }) => scoreFromLine).length,
    },
    total: records.length,
  };
}

const halfOf = ({ low, high }: OccupationRecord['interval']): number => (high - low) / 2;
const tenth = (value: number): number => Math.round(10 * value) / 10;
const mean = (values: readonly number[]): number =>
  values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : 0;
const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
