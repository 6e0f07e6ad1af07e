import { defineAct } from './act.js';

export interface WrittenLetter {
  /** The name of its template. */
  readonly letter: string;
  readonly at: Date;
}

/** Staff write to the customer from a template. The words stay with the email; the log says which template. */
export const writeLetter = defineAct<WrittenLetter>('order.letter_written', ({ erasedAt }, { letter, at }) =>
  erasedAt
    ? {
        kind: 'refused',
        code: 'order_transition_refused',
        why: 'The customer’s data have been erased, so nothing more can be written to them here.',
      }
    : { kind: 'done', events: [{ name: 'letter_written', at, data: { letter } }] },
);
