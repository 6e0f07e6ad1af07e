import {
  type JobsEvidence,
  type LeastOfHalf,
  notesTogether,
  type PayBands,
  type ScaleOfGroup,
  scaleSentence,
  scaleSource,
} from '@app/labour-market';
import { listWords } from '@app/kernel';
import type { ChartView } from '../chart-view.js';
import { payChart } from '../pay-chart.js';

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat('en-GB');
/** Pay to the nearest hundred: a sample survey does not know the last two digits. */
const roundly = (amount: number): string => pounds.format(Math.round(amount / 100) * 100);
/** Jobs to the nearest hundred, or ten where there are few. */
const roughly = (count: number): string => {
  const step = count < 1000 ? 10 : 100;
  return whole.format(Math.round(count / step) * step);
};

/** Industries with at least this share of the jobs are named, three at most. */
const LEAST_SHARE = 0.05;
const MOST_INDUSTRIES = 3;

interface OfficialPay {
  /** Whose pay it is. */
  readonly of: string;
  readonly chart: ChartView;
  /** What the lines and the mark are, for the points that are published. */
  readonly legend: string;
  readonly notes: readonly string[];
}

/** What official statistics say of the UK group an occupation belongs to, in sentences. Null where they say nothing. */
export interface OfficialFigures {
  readonly heading: string;
  readonly pay: OfficialPay | null;
  /** One sentence where no pay is published that is of this work. */
  readonly unpublished: string | null;
  /** The national pay scale that people of the group are on, one sentence. */
  readonly scale: string | null;
  readonly jobs: string | null;
  readonly industries: string | null;
  readonly sources: readonly string[];
}

export function officialFigures(
  pay: PayBands | null,
  jobs: JobsEvidence | null,
  scale?: ScaleOfGroup,
  atLeast?: LeastOfHalf,
): OfficialFigures | null {
  if (!pay && !jobs) return null;
  return {
    heading: headingOf(pay, jobs),
    pay: pay && {
      of: pay.name === null ? 'the wider group' : `all of UK group ${pay.code}, “${pay.name}”`,
      chart: payChart(pay, pay.name ?? 'The wider group'),
      legend: legendOf(pay),
      notes: notesTogether(pay),
    },
    unpublished: pay ? null : unpublishedSentence(atLeast),
    scale: pay && scale ? scaleSentence(scale) : null,
    jobs: jobs && jobsWords(jobs),
    industries: jobs && industriesWords(jobs),
    sources: [
      ...(pay ? [`Pay: ${pay.source}. ${pay.licence}.`] : []),
      ...(!pay && atLeast ? [`Pay: ${atLeast.source}.`] : []),
      ...(pay && scale ? [scaleSource(scale)] : []),
      ...(jobs ? [`Jobs: ${jobs.source}, ${jobs.vintage}. ${jobs.note}`] : []),
    ],
  };
}

const unpublishedSentence = (atLeast: LeastOfHalf | undefined): string =>
  [
    'What this work usually pays is not published, and the wider group it stands in is not paid alike.',
    ...(atLeast
      ? [`At least half of those who work full time earn over ${roundly(atLeast.pounds)} a year before tax.`]
      : []),
  ].join(' ');

function legendOf({ p10, p25, p75, p90 }: PayBands): string {
  const [halves, tails] = [p25 !== null && p75 !== null, p10 !== null && p90 !== null];
  if (halves && tails)
    return 'The thin line holds the middle eight tenths, the thick one the middle half, the mark the middle.';
  const rest = 'Ends that are not published are not drawn.';
  return halves
    ? `The thick line holds the middle half, the mark the middle. ${rest}`
    : `The mark is the middle. ${rest}`;
}

function headingOf(pay: PayBands | null, jobs: JobsEvidence | null): string {
  const group = pay?.level === 'unit group' ? 'this UK group' : 'the wider UK group';
  if (pay && pay.p25 !== null && pay.p75 !== null && !pay.borrowed.p25 && !pay.borrowed.p75)
    return `Half of the full-time jobs in ${group} pay ${roundly(pay.p25)} to ${roundly(pay.p75)}`;
  if (pay) return `The middle full-time job in ${group} pays ${roundly(pay.median)}`;
  return `About ${roughly(jobs?.jobs ?? 0)} jobs in the UK are in this group`;
}

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

function jobsWords({ groups, jobs }: JobsEvidence): string {
  const names = groups.map(({ name }) => `“${name}”`);
  const where =
    names.length === 1 ? names[0] : `${COUNTS[names.length] ?? names.length} UK groups, ${listWords(names)}`;
  return `There are about ${roughly(jobs)} jobs in ${where}.`;
}

function industriesWords({ sections }: JobsEvidence): string | null {
  const named = sections.filter(({ share }) => share >= LEAST_SHARE).slice(0, MOST_INDUSTRIES);
  if (named.length === 0) return null;
  const most = named.reduce((sum, { share }) => sum + share, 0) > 0.5;
  return `${most ? 'Most of them are in' : 'The largest shares are in'} ${listWords(named.map(({ name, share }) => `${name} (${Math.round(100 * share)}%)`))}.`;
}
