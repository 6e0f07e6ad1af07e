import { wordsOf } from '../content/question-file.js';

/** Five bands for "how much of your week". */
export const BANDS = ['none', 'little', 'some', 'much', 'most'] as const;
export type Band = (typeof BANDS)[number];

/** Middle of each band in per cent of the week (method §4). */
export const BAND_MIDPOINTS: Readonly<Record<Band, number>> = {
  none: 0,
  little: 5,
  some: 17.5,
  much: 37.5,
  most: 65,
};

/** What a band says to the person. The ends are those whose middles are {@link BAND_MIDPOINTS}. */
export const BAND_WORDS = wordsOf('week', BANDS);
