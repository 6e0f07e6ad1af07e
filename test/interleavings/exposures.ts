import type { Done, Hold, Transaction } from './transactions.js';

/** A reading of a call, and a write on the strength of it that another call could come before. */
export interface Exposed {
  readonly reads: Done;
  readonly writes: Done;
  /** `level`: within one transaction. `scope`: read before the transaction that writes. */
  readonly kind: 'level' | 'scope';
  readonly inside: Transaction;
  /** What is held from before the reading until the write is committed. */
  readonly held: readonly Hold[];
}

export const isWrite = ({ kind }: Done): boolean => kind !== 'read';

/** Each reading of a call with each of its later writes. What is read once more by the transaction that writes is judged there. */
export function exposures(
  transactions: readonly Transaction[],
  counts: (table: string) => boolean,
): Exposed[] {
  return transactions.flatMap((inside, index) =>
    inside.work
      .filter((writes) => isWrite(writes) && counts(writes.table))
      .flatMap((writes) => {
        const here = inside.work.filter((reads) => !isWrite(reads) && counts(reads.table));
        const earlier = transactions
          .slice(0, index)
          .flatMap(({ work }) => work.filter((reads) => !isWrite(reads) && counts(reads.table)))
          .filter((reads) =>
            inside.work.some((later) => later.about.some((key) => reads.about.includes(key))),
          )
          .filter(
            ({ table }) => !here.some((again) => again.table === table && again.at <= writes.at && !again.by),
          );
        return [
          ...here.map((reads) => ({
            ...{ reads, writes, inside, kind: 'level' as const },
            held: inside.holds.filter(({ since, by }) => since <= reads.at && (!by || by === reads.by)),
          })),
          ...earlier.map((reads) => ({ ...{ reads, writes, inside, kind: 'scope' as const }, held: [] })),
        ];
      }),
  );
}

/** What an explanation may ask for: what is held when it writes, `first` when it was before the reading too, what was looked at once more meanwhile, and the trigger that read. */
export function heldBy({ reads, writes, kind, inside }: Exposed): string[] {
  const locks = inside.holds.filter(({ since, by }) => since <= writes.at && !by);
  const again = inside.work.filter(
    (one) =>
      one.kind === 'read' && !one.by && one.at <= writes.at && locks.some(({ since }) => since <= one.at),
  );
  return [
    ...locks.map(
      ({ what, strength, since }) =>
        `${what} for ${strength}${kind === 'level' && since <= reads.at ? ' first' : ''}`,
    ),
    ...new Set(again.map(({ table }) => `again ${table}`)),
    kind === 'level' ? 'in one transaction' : 'in a later one',
    ...(reads.by ? [`read by ${reads.by}`] : []),
  ];
}
