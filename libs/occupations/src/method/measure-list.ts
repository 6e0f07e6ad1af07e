import type { MeasureId, MeasureInfo } from '../dataset/types.js';

type MeasureEntry = Pick<MeasureInfo, 'name' | 'unit' | 'inScore'> & { readonly source: string };

/** The measures in the order pages show them; those marked make the consensus of the score. Frey and Osborne's is a dial of its own. */
export const MEASURES = {
  gptHuman: {
    name: 'Language models, rated by people',
    unit: 'share of tasks, 0–1',
    inScore: true,
    source: 'gptsOccupations',
  },
  freyOsborne: {
    name: 'Routine work that machines could take over (2013)',
    unit: 'probability, 0–1',
    inScore: false,
    source: 'freyOsborne',
  },
  gptModel: {
    name: 'Language models, rated by a model',
    unit: 'share of tasks, 0–1',
    inScore: true,
    source: 'gptsOccupations',
  },
  ilo: { name: 'ILO generative AI exposure', unit: 'mean task score, 0–1', inScore: true, source: 'ilo' },
  microsoft: { name: 'Microsoft applicability', unit: 'score, 0–1', inScore: true, source: 'microsoft' },
  observed: { name: 'Observed use', unit: 'share, 0–1', inScore: true, source: 'observed' },
  aioe: {
    name: 'AI occupational exposure',
    unit: 'standard deviations from the mean',
    inScore: false,
    source: 'aioe',
  },
  aioeLanguage: {
    name: 'AI occupational exposure, language',
    unit: 'standard deviations from the mean',
    inScore: true,
    source: 'aioeLanguage',
  },
} as const satisfies Readonly<Record<MeasureId, MeasureEntry>>;

export const MEASURE_IDS = Object.keys(MEASURES) as MeasureId[];

/**
 * The measures whose spread sets the interval: one from each research group, so that one team's two
 * versions do not count twice.
 */
export const INDEPENDENT: readonly MeasureId[] = ['gptModel', 'ilo', 'microsoft', 'observed', 'aioe'];
