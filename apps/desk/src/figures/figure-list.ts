import { LONGEST_PAUSE, type MetricWeek } from '@app/desk-reading';
import { formatPence, pence } from '@app/kernel';

/** One figure of the page: how it is read off a week, and in plain words what it is. */
export interface Figure {
  readonly id: string;
  readonly title: string;
  readonly value: (week: MetricWeek) => number | null;
  readonly shown: (value: number, week: MetricWeek) => string;
  /** Exactly how it is counted. */
  readonly means: string;
  /** Top of the scale, where it has one. */
  readonly max?: number;
}

const count = (value: number): string => String(value);
const percent = (value: number): string => `${Math.round(value)}%`;
const one = (value: number): string => String(Math.round(value * 10) / 10);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : (100 * part) / whole);

/** Every figure, in the order of the page and of the file. */
export const FIGURES: readonly Figure[] = [
  {
    id: 'on-time',
    title: 'Delivered on time',
    value: ({ onTime, due }) => share(onTime, due),
    shown: percent,
    max: 100,
    means:
      'Of the orders whose promised time fell into the week, the share whose blueprint was delivered by it. An order that was paid and never started counts by the time it would have been promised for; one that was cancelled before its time does not count.',
  },
  {
    id: 'hours',
    title: 'Business hours from clock to approval',
    value: ({ hoursToApproval }) => hoursToApproval,
    shown: (value) => `${one(value)} h`,
    means:
      'Half of the orders approved for the first time in the week took less, half took more. Hours between 9 am and 6 pm on business days in London, from the start of the clock to the (last needed) approval.',
  },
  {
    id: 'touch',
    title: 'Minutes of work on a review',
    value: ({ touchMinutes }) => touchMinutes,
    shown: (value) => `${one(value)} min`,
    means: `For each review decided in the week, the times between one entry of the audit log and the next are added up: claiming, opening the draft or the order, editing, noting, deciding, person by person. A gap of more than ${LONGEST_PAUSE} minutes counts as nothing, since something else lay between. Shown is the middle review. Reading that leaves no entry for longer is missed.`,
  },
  {
    id: 'first-pass',
    title: 'Approved as drafted',
    value: ({ firstPass, approved }) => share(firstPass, approved),
    shown: percent,
    max: 100,
    means:
      'Of the orders approved for the first time in the week, the share that was never returned and had no word changed. The reviewer’s own note does not count as a change.',
  },
  {
    id: 'edits',
    title: 'Blocks changed in an approved file',
    value: ({ editsPerFile }) => editsPerFile,
    shown: one,
    means: 'How many blocks of text differ from the draft, on average over the files approved in the week.',
  },
  {
    id: 'returns',
    title: 'Drafts returned',
    value: ({ returns }) => returns,
    shown: count,
    means: 'Reviews that ended in the week with the draft sent back to be made again.',
  },
  {
    id: 'holds',
    title: 'Reviews put on hold',
    value: ({ holds }) => holds,
    shown: count,
    means: 'How often in the week a reviewer put a review on hold; the same review twice counts twice.',
  },
  {
    id: 'refunds',
    title: 'Refunds',
    value: ({ refunds }) => refunds,
    shown: (value, { refundedPence }) =>
      value === 0 ? '0' : `${value} (${formatPence(pence(refundedPence))})`,
    means: 'Refunds made in the week that Stripe has carried out, whole or in part, and their sum.',
  },
  {
    id: 'disputes',
    title: 'Disputes',
    value: ({ disputes }) => disputes,
    shown: count,
    means: 'Disputes that customers’ banks opened in the week.',
  },
  {
    id: 'complaints',
    title: 'Complaints',
    value: ({ complaints }) => complaints,
    shown: count,
    means: 'Complaints that arrived in the week by the form.',
  },
];

/** A figure of a week as it is read; "–" where there was nothing to measure. */
export function shownOf(figure: Figure, week: MetricWeek): string {
  const value = figure.value(week);
  return value === null ? '–' : figure.shown(value, week);
}
