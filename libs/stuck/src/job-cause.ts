import type { FailedJob } from '@app/jobs';
import { sha256 } from '@app/kernel';

/** Failed jobs of one name that failed with the same words, but for the numbers and ids in them. */
export interface JobGroup {
  /** Of name and words; for forms. */
  readonly id: string;
  readonly name: string;
  readonly error: string;
  /** The oldest first. */
  readonly jobs: readonly FailedJob[];
}

const LONGEST = 300;
const NO_WORDS = 'No words were kept.';

/** The first line of an error, with what differs from job to job taken out: the cause is what stays. */
export const causeOf = (error: string | null): string =>
  (error ?? NO_WORDS)
    .split('\n', 1)
    .join('')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, '…')
    .replace(/\b[a-z]{2,8}_\w{6,}\b/gi, '…')
    .replace(/\bPW-[\w-]+/g, '…')
    .replace(/\d+/g, '…')
    .slice(0, LONGEST);

/** Groups by cause, the group with the oldest failure first. */
export function jobGroups(jobs: readonly FailedJob[]): JobGroup[] {
  const groups = new Map<string, FailedJob[]>();
  const oldestFirst = [...jobs].sort((a, b) => a.failedAt.getTime() - b.failedAt.getTime());
  for (const job of oldestFirst) {
    const id = sha256(`${job.name}\n${causeOf(job.lastError)}`).slice(0, 16);
    groups.set(id, [...(groups.get(id) ?? []), job]);
  }
  return [...groups].map(([id, [first, ...more]]) => ({
    id,
    name: first?.name ?? '',
    error: (first?.lastError ?? NO_WORDS).slice(0, LONGEST),
    jobs: first ? [first, ...more] : [],
  }));
}
