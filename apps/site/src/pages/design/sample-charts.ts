import {
  boxStrip,
  bullet,
  type Drawing,
  dotPlot,
  dumbbell,
  effortPayoff,
  fan,
  gantt,
  levelOf,
  rankedBars,
  scoreStrip,
  skillGapBars,
  spread,
  waterfall,
  weekColumns,
} from '@app/charts';

/** A chart of the house with figures made up to show its shape. */
export interface SampleChart {
  readonly id: string;
  /** Its name in code. */
  readonly name: string;
  /** What it is for, as a sentence. */
  readonly use: string;
  readonly draw: (width: number) => Drawing;
}

const pounds = (value: number): string => `£${value.toLocaleString('en-GB')}`;
const columns = Array.from({ length: 50 }, (_, index) => ({
  from: index * 2,
  value: Math.round(900 * Math.exp(-(((index - 17) / 9) ** 2))),
  level: levelOf(index * 2),
}));

/** Every kind of chart in `@app/charts`; a test holds the list against what the lib exports. */
export const SAMPLE_CHARTS: readonly SampleChart[] = [
  {
    id: 'score-strip',
    name: 'scoreStrip',
    use: 'One score with its likely range, and the typical one beside it.',
    draw: (width) =>
      scoreStrip({
        title: 'Your AI exposure score',
        score: 41,
        interval: { low: 35, high: 47 },
        showValue: true,
        reference: { score: 35, label: 'Typical' },
        width,
      }),
  },
  {
    id: 'ranked-bars',
    name: 'rankedBars',
    use: 'Parts of a week, the most exposed first; a thicker bar is a larger part.',
    draw: (width) =>
      rankedBars({
        title: 'How exposed each part of a week is',
        measure: 'Exposure',
        rows: [
          { label: 'Writing up records', value: 72, level: 'high', weight: 0.3, note: '12 hours' },
          { label: 'Planning the day', value: 44, level: 'medium', weight: 0.2, note: '8 hours' },
          { label: 'Talking with people', value: 12, level: 'low', weight: 0.5, note: '20 hours' },
        ],
        width,
      }),
  },
  {
    id: 'waterfall',
    name: 'waterfall',
    use: 'From one score to another, step by step.',
    draw: (width) =>
      waterfall({
        title: 'From the typical week to yours',
        start: { label: 'Typical', value: 35 },
        steps: [
          { label: 'More data work', points: 8.2 },
          { label: 'Less testing', points: -3.1 },
          { label: 'Work on site', points: -1.4 },
        ],
        endLabel: 'You',
        width,
      }),
  },
  {
    id: 'dumbbell',
    name: 'dumbbell',
    use: 'Two values a row: today and in five years, the role and you.',
    draw: (width) =>
      dumbbell({
        title: 'Exposure of each task, today and in five years',
        fromLabel: 'Today',
        toLabel: 'In five years',
        domain: [0, 100],
        rows: [
          { label: 'Writing up records', from: 61, to: 78 },
          { label: 'Planning the day', from: 40, to: 58 },
          { label: 'Talking with people', from: 9, to: 14 },
        ],
        width,
      }),
  },
  {
    id: 'fan',
    name: 'fan',
    use: 'Three speeds against the half-way line.',
    draw: (width) =>
      fan({
        title: 'Share of the week within reach of tools',
        firstYear: 2026,
        threshold: { value: 50, label: 'half the week' },
        lines: [
          { label: 'Fast', kind: 'fast', values: [28, 36, 45, 54, 62, 69, 74, 78, 81] },
          { label: 'Central', kind: 'central', values: [28, 32, 36, 41, 46, 51, 55, 59, 62] },
          { label: 'Slow', kind: 'slow', values: [28, 30, 31, 33, 35, 37, 39, 41, 43] },
        ],
        width,
      }),
  },
  {
    id: 'dot-plot',
    name: 'dotPlot',
    use: 'Several options or measures on one axis, with their ranges.',
    draw: (width) =>
      dotPlot({
        title: 'Four options by exposure',
        rows: [
          { label: 'Stay and reshape', value: 38, interval: { low: 31, high: 45 }, you: true },
          { label: 'Solutions architect', value: 29, interval: { low: 20, high: 38 } },
          { label: 'Nurse', value: 26, interval: { low: 18, high: 34 } },
        ],
        width,
      }),
  },
  {
    id: 'box-strip',
    name: 'boxStrip',
    use: 'Pay bands, with yours drawn through them.',
    draw: (width) =>
      boxStrip({
        title: 'Pay of full-time employees, a year',
        format: pounds,
        rows: [
          { label: 'Your work now', p10: 24_000, p25: 29_000, median: 36_000, p75: 45_000, p90: 56_000 },
          { label: 'Platform engineer', p10: 32_000, p25: 40_000, median: 51_000, p75: 64_000, p90: 80_000 },
        ],
        you: { label: 'You', range: { low: 40_000, high: 50_000 } },
        width,
      }),
  },
  {
    id: 'bullet',
    name: 'bullet',
    use: 'You beside your role and everyone.',
    draw: (width) =>
      bullet({
        title: 'Your score beside others',
        rows: [
          { label: 'You', value: 41, interval: { low: 35, high: 47 }, you: true },
          { label: 'Your role', value: 35, interval: { low: 27, high: 44 } },
          { label: 'All UK workers', value: 36 },
        ],
        width,
      }),
  },
  {
    id: 'skill-gap-bars',
    name: 'skillGapBars',
    use: 'What you have against what a role asks for.',
    draw: (width) =>
      skillGapBars({
        title: 'Skills of the role beside yours',
        haveLabel: 'you have',
        neededLabel: 'needed',
        rows: [
          { name: 'Troubleshooting', needed: 3.9, have: 2.6, met: false },
          { name: 'Reading comprehension', needed: 3.6, have: 4, met: true },
        ],
        width,
      }),
  },
  {
    id: 'effort-payoff',
    name: 'effortPayoff',
    use: 'What to learn first: effort to the right, pay-off upwards.',
    draw: (width) =>
      effortPayoff({
        title: 'What to learn, by effort and pay-off',
        effortLabel: 'Hours',
        payoffLabel: 'Matters more',
        points: [
          { name: 'Troubleshooting', hours: 20, payoff: 4.1, order: 1 },
          { name: 'Quality control', hours: 45, payoff: 3.6, order: 2 },
          { name: 'Chemistry', hours: 120, payoff: 3.2, order: 3 },
        ],
        width,
      }),
  },
  {
    id: 'gantt',
    name: 'gantt',
    use: 'Thirteen weeks with their decision points.',
    draw: (width) =>
      gantt({
        title: 'Your 90 days',
        weeks: 13,
        bars: [
          { label: 'Find out', from: 1, to: 4, role: 'accent' },
          { label: 'Learn', from: 3, to: 11, role: 'interval' },
          { label: 'Try', from: 9, to: 13, role: 'muted' },
        ],
        marks: [
          { week: 4, label: 'Day 30' },
          { week: 9, label: 'Day 60' },
          { week: 13, label: 'Day 90' },
        ],
        dates: [
          { week: 1, label: '30 Nov' },
          { week: 7, label: '11 Jan' },
        ],
        width,
      }),
  },
  {
    id: 'spread',
    name: 'spread',
    use: 'How a whole population lies over the scale.',
    draw: (width) =>
      spread({
        title: 'Jobs by score',
        description: 'Most lie between 20 and 50.',
        measure: 'Jobs, thousands',
        format: String,
        columns,
        bands: [
          { level: 'low', from: 0, to: 35, figure: '51%', words: 'low, under 35', short: 'low' },
          { level: 'medium', from: 35, to: 60, figure: '48%', words: 'medium, 35 to 59', short: 'medium' },
          { level: 'high', from: 60, to: 100, figure: '1%', words: 'high, 60 and more', short: 'high' },
        ],
        points: [
          { at: 26, label: 'Nurse' },
          { at: 66, label: 'Customer service adviser' },
        ],
        width,
      }),
  },
  {
    id: 'week-columns',
    name: 'weekColumns',
    use: 'One figure of the desk, week by week.',
    draw: (width) =>
      weekColumns({
        title: 'Delivered on time, by week',
        measure: 'On time',
        max: 100,
        weeks: [
          { label: '9 Nov', value: 92, shown: '92%' },
          { label: '16 Nov', value: null, shown: '–' },
          { label: '23 Nov', value: 100, shown: '100%' },
        ],
        width,
      }),
  },
];
