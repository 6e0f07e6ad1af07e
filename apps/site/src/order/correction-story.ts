import { formatDayTime } from '@app/kernel';
import type { Correction } from '@app/orders';
import type { Step } from './order-steps.js';

/** One request for a correction as the order page tells it. */
export interface CorrectionStory {
  readonly heading: string;
  /** What comes next, or how it ended. */
  readonly lede: string;
  /** In the customer's words; empty once erased. */
  readonly words: string;
  /** What is put right; empty while nobody has decided. */
  readonly answer: string;
  readonly steps: readonly Step[];
}

const at = (label: string, time: Date): Step => ({
  label,
  state: 'done',
  at: time,
  iso: time.toISOString(),
});

/** A pure function of what is on record. */
export function correctionStory(correction: Correction, now: Date): CorrectionStory {
  const { words, answer, askedAt, decision, decidedAt, settledAt } = correction;
  const redraft = decision === 'redraft';
  return {
    heading: headingOf(correction),
    lede: ledeOf(correction, now),
    words: words ?? '',
    answer: answer ?? '',
    steps: [
      at('You asked for a correction', askedAt),
      ...(redraft && decidedAt ? [at('We agreed, and began to put it right', decidedAt)] : []),
      ...(settledAt ? [at(ENDED[decision ?? 'withdrawn'], settledAt)] : []),
      ...(settledAt || redraft
        ? []
        : [{ label: 'A person looks at it beside your answers', state: 'current' as const }]),
      ...(settledAt || !redraft
        ? []
        : [
            {
              label: 'A person reads and approves the corrected version, and it is emailed to you',
              state: 'current' as const,
            },
          ]),
    ],
  };
}

const ENDED = {
  redraft: 'The corrected version was emailed to you',
  answer: 'We answered by email, without a change',
  withdrawn: 'It was withdrawn when the order was erased',
} as const;

function headingOf({ decision, settledAt }: Correction): string {
  if (!settledAt) return 'Your correction is under way';
  return decision === 'redraft' ? 'Your blueprint has been corrected' : 'Your correction is answered';
}

function ledeOf({ decision, settledAt, promiseAt, newTimeAt }: Correction, now: Date): string {
  if (settledAt)
    return decision === 'redraft'
      ? 'The download on this page is the corrected version. Please delete the one before.'
      : 'Our letter says why. If something is still wrong, you can ask again.';
  if (!promiseAt) return 'A person looks at it and writes to you.';
  if (promiseAt >= now)
    return `You have the corrected blueprint or our answer by ${formatDayTime(promiseAt)}.`;
  return `We said by ${formatDayTime(promiseAt)}. That time has passed, and we are sorry. ${newTimeAt && newTimeAt > now ? `The new time is ${formatDayTime(newTimeAt)}.` : 'We email you the new time.'}`;
}
