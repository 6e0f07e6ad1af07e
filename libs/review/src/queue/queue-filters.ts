/** What the queue can be narrowed to; of several, all must hold. */
export const QUEUE_FILTERS = [
  'open',
  'mine',
  'unclaimed',
  'given',
  'at_risk',
  'overdue',
  'held',
  'second',
  'blocked',
  'bounced',
  'disputed',
] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

/** The filters among any values, each once, in their order; `open`, which all of them are, only where there is no other. */
export function filtersAmong(values: readonly unknown[]): readonly QueueFilter[] {
  const narrower = QUEUE_FILTERS.filter((name) => name !== 'open' && values.includes(name));
  return narrower.length > 0 ? narrower : ['open'];
}
