import { type Drawing, type Level, levelOf, spread } from '@app/charts';
import type { Catalogue } from '@app/occupations';

const WIDTH = 2;
const BANDS: readonly {
  readonly level: Level;
  readonly from: number;
  readonly to: number;
  readonly words: string;
}[] = [
  { level: 'low', from: 0, to: 35, words: 'low, under 35' },
  { level: 'medium', from: 35, to: 60, words: 'medium, 35 to 59' },
  { level: 'high', from: 60, to: 100, words: 'high, 60 and more' },
];
/** Named under the axis where there is room: occupations that many people know. */
export const KNOWN: readonly string[] = [
  'nurse',
  'electrician',
  'software-developer',
  'customer-service-adviser',
  'solicitor',
  'receptionist',
  'care-worker',
];
const KNOWN_ON_A_PHONE = 4;

/** Everyone in work in the UK by the score of their occupation. */
export interface Workforce {
  /** The finding, as a sentence. */
  readonly heading: string;
  readonly draw: (width: number) => Drawing;
  readonly jobs: string;
  readonly occupations: number;
}

const whole = new Intl.NumberFormat('en-GB');

/**
 * Jobs over scores, by the same figures that percentiles are worked out from: the data score of every unit group, weighted by its UK jobs. The bands are cut on the rounded score, as everywhere.
 */
export function workforce(catalogue: Pick<Catalogue, 'dataset' | 'bySlug'>): Workforce {
  // Unit groups alone: each job counts once.
  const records = [...catalogue.dataset.occupations.values()].filter(({ code }) => code.length === 4);
  const jobs = records.reduce((sum, { ukJobs }) => sum + ukJobs, 0);
  const shares = new Map<Level, number>();
  const columns = new Array<number>(100 / WIDTH).fill(0);
  for (const { score, ukJobs } of records) {
    const level = levelOf(score);
    shares.set(level, (shares.get(level) ?? 0) + ukJobs / jobs);
    const at = Math.min(columns.length - 1, Math.floor(Math.round(score) / WIDTH));
    columns[at] = (columns[at] ?? 0) + ukJobs;
  }
  const percent = (level: Level): number => Math.round(100 * (shares.get(level) ?? 0));
  const known = KNOWN.flatMap((slug) => {
    const found = catalogue.bySlug(slug);
    return found ? [{ at: found.score, label: found.title }] : [];
  });
  const heading = `${percent('low')}% of UK jobs are in occupations with low exposure to AI, ${percent('high')}% in ones with high`;
  return {
    heading,
    jobs: `${(jobs / 1e6).toFixed(1)} million`,
    occupations: records.length,
    draw: (width) =>
      spread({
        title: 'UK jobs by the AI exposure score of their occupation, 0 to 100',
        description: `${heading}; ${percent('medium')}% lie between.`,
        columns: columns.map((value, index) => ({
          from: index * WIDTH,
          value,
          level: levelOf(index * WIDTH),
        })),
        bands: BANDS.map((band) => ({ ...band, short: band.level, figure: `${percent(band.level)}%` })),
        points: known.slice(0, width < 560 ? KNOWN_ON_A_PHONE : KNOWN.length),
        measure: 'UK jobs',
        format: (value) => whole.format(Math.round(value / 1_000) * 1_000),
        width,
      }),
  };
}
