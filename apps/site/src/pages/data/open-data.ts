import type { PayBands } from '@app/labour-market';
import {
  bandWord,
  type CrosswalkConfidence,
  type Dataset,
  type FiguresOf,
  mayPassOn,
  type Occupation,
  type Pivot,
  roundHalfUp,
  shownPercentile,
} from '@app/occupations';

/** A figure of the open data; null where it is not known. Never 0 for unknown. */
type Figure = number | null;

/** One occupation as it is given away. Scores 0–100, months and years counted from the model's month, pay in whole pounds a year. */
export interface OpenOccupation {
  readonly slug: string;
  readonly title: string;
  /** O*NET-SOC 2019 code that is most nearly the same work. */
  readonly onetSocCode: string;
  /** SOC 2020 unit group, or six-digit sub-unit group. */
  readonly soc2020Group: string;
  readonly figures: FiguresOf;
  readonly sector: string;
  readonly kind: Occupation['kind'];
  readonly score: number;
  readonly scoreLow: number;
  readonly scoreHigh: number;
  readonly band: string;
  readonly moreExposedThanPercent: number;
  readonly window: {
    readonly words: string;
    readonly fromYear: Figure;
    readonly toYear: Figure;
    readonly fastMonths: Figure;
    readonly centralMonths: Figure;
    readonly slowMonths: Figure;
  };
  readonly uk: {
    readonly confidence: CrosswalkConfidence;
    readonly unitGroups: readonly { readonly code: string; readonly name: string; readonly weight: number }[];
    readonly jobs: number;
  };
  readonly pay: OpenPay | null;
  /** Moves to other occupations, as the report offers them. */
  readonly paths: readonly OpenPath[];
  /** By measure id: the published value where its licence lets it be passed on, and the share of UK workers lower on it. */
  readonly measures: Readonly<Record<string, { readonly value: Figure; readonly percentile: number }>>;
}

export interface OpenPath {
  readonly slug: string;
  readonly matchPercent: number;
  readonly relation: Pivot['relation'];
  readonly direction: Pivot['direction'];
}

export interface OpenPay {
  readonly group: string;
  readonly level: PayBands['level'];
  readonly p10: Figure;
  readonly p25: Figure;
  readonly median: number;
  readonly p75: Figure;
  readonly p90: Figure;
  readonly release: string;
  readonly notes: readonly string[];
}

/** Two decimals: more would claim more than the figures know. */
const two = (value: number): number => roundHalfUp(value, 2);

/** An occupation's open figures, from what its page shows. */
export function openOccupation(
  dataset: Dataset,
  occupation: Occupation,
  pay: PayBands | null,
): OpenOccupation {
  const { window } = occupation;
  const measures = dataset.measures.get(occupation.code) ?? {};
  return {
    slug: occupation.slug,
    title: occupation.title,
    onetSocCode: occupation.onetCode,
    soc2020Group: occupation.code,
    figures: dataset.occupations.get(occupation.code)?.figures ?? 'own',
    sector: occupation.sectorName,
    kind: occupation.kind,
    score: two(occupation.score),
    scoreLow: two(occupation.interval.low),
    scoreHigh: two(occupation.interval.high),
    band: bandWord(occupation.score),
    moreExposedThanPercent: shownPercentile(occupation.percentile),
    window: {
      words: window.words,
      fromYear: window.fromYear ?? null,
      toYear: window.toYear ?? null,
      fastMonths: window.fastMonths,
      centralMonths: window.centralMonths,
      slowMonths: window.slowMonths,
    },
    uk: {
      confidence: occupation.ukConfidence,
      unitGroups: occupation.ukCodes.map(({ code, name, weight }) => ({ code, name, weight: two(weight) })),
      jobs: dataset.occupations.get(occupation.code)?.ukJobs ?? 0,
    },
    pay: pay && openPay(pay),
    paths: occupation.pivots.map(({ slug, matchPercent, relation, direction }) => ({
      slug,
      matchPercent,
      relation,
      direction,
    })),
    measures: Object.fromEntries(
      dataset.measureInfo.flatMap((info) => {
        const measured = measures[info.id];
        if (!measured) return [];
        const value = mayPassOn(dataset, info) ? measured.value : null;
        return [[info.id, { value, percentile: two(measured.percentile) }]];
      }),
    ),
  };
}

const openPay = ({ code, level, p10, p25, median, p75, p90, vintage, notes }: PayBands): OpenPay => ({
  group: code,
  level,
  p10,
  p25,
  median,
  p75,
  p90,
  release: vintage,
  notes,
});
