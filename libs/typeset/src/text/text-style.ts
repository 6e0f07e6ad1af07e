import type { Face } from '../fonts/font-set.js';

/** The colours of the house on white paper. Text has a contrast of 4.5 or more, marks 3 or more. */
export const INK = {
  ink: '#17212B',
  muted: '#56616C',
  line: '#D9D5CA',
  track: '#ECE8DD',
  paper: '#FFFFFF',
  ground: '#FBFAF6',
  accent: '#0B5C5A',
  soft: '#E3EFED',
  interval: '#A9CBC7',
  low: '#2E7D77',
  medium: '#A86F0B',
  high: '#A33B2C',
  lowText: '#1F625D',
  mediumText: '#7A4F00',
  highText: '#8C2F22',
} as const;
export type Ink = keyof typeof INK;

/** Sizes and leading in points. */
export interface TextStyle {
  readonly face: Face;
  /** Face of words between `**` marks. */
  readonly strong: Face;
  readonly size: number;
  readonly leading: number;
  readonly ink: Ink;
  /** Figures of one width, for columns of numbers. */
  readonly tabular?: boolean;
}

/** The type scale of the paper: 8.5 source, 9.5 tables, 10.5 body, 13 lede, 20 headline, 34 figure. Nothing that is read is below 9.5. */
export const TYPE = {
  source: { face: 'sans', strong: 'sansMedium', size: 8.5, leading: 11.5, ink: 'muted' },
  kicker: { face: 'sansMedium', strong: 'sansBold', size: 8.5, leading: 11.5, ink: 'accent' },
  table: { face: 'sans', strong: 'sansBold', size: 9.5, leading: 13, ink: 'ink', tabular: true },
  tableMuted: { face: 'sans', strong: 'sansMedium', size: 9.5, leading: 13, ink: 'muted', tabular: true },
  tableHead: { face: 'sansMedium', strong: 'sansMedium', size: 8.5, leading: 11.5, ink: 'muted' },
  body: { face: 'sans', strong: 'sansBold', size: 10.5, leading: 15, ink: 'ink' },
  label: { face: 'sansBold', strong: 'sansBold', size: 10.5, leading: 15, ink: 'ink' },
  lede: { face: 'serif', strong: 'serifBold', size: 13, leading: 18.5, ink: 'ink' },
  soWhat: { face: 'serif', strong: 'serifBold', size: 12.5, leading: 17.5, ink: 'ink' },
  headline: { face: 'serifBold', strong: 'serifBold', size: 20, leading: 25, ink: 'ink' },
  figure: { face: 'serifBold', strong: 'serifBold', size: 34, leading: 38, ink: 'ink' },
  coverName: { face: 'serifBold', strong: 'serifBold', size: 34, leading: 40, ink: 'ink' },
} as const satisfies Record<string, TextStyle>;
