import type { QueueCounts } from '@app/desk-reading';
import type { QueueFilter } from '@app/review';

/** What each filter is called. */
export const FILTER_WORDS: Readonly<Record<QueueFilter, string>> = {
  open: 'All open',
  mine: 'Mine',
  unclaimed: 'Unclaimed',
  given: 'Given out',
  at_risk: 'At risk',
  overdue: 'Overdue',
  held: 'On hold',
  second: 'Second approval',
  blocked: 'Blocked',
  bounced: 'Bounced',
  disputed: 'Disputed',
};

const counted = (count: number): string => `${count} review${count === 1 ? '' : 's'}`;

/** What the queue comes to, in one line: what is worst first. */
export function headline({
  open,
  overdue,
  at_risk: atRisk,
}: Pick<QueueCounts, 'open' | 'overdue' | 'at_risk'>): string {
  if (open === 0) return 'Nothing waits for review';
  if (overdue > 0) return `${counted(overdue)} ${overdue === 1 ? 'is' : 'are'} overdue`;
  if (atRisk > 0) return `${counted(atRisk)} ${atRisk === 1 ? 'is' : 'are'} due within four hours`;
  return `${counted(open)}, ${open === 1 ? '' : 'all '}in time`;
}
