import { formatDay } from '@app/kernel';
import type { OrderFacts } from './order-facts.js';

/** One line of the way from order to delivery. */
export interface Step {
  readonly label: string;
  readonly state: 'done' | 'current' | 'todo';
  /** When it was done. */
  readonly at?: Date;
  /** The same for machines. */
  readonly iso?: string;
  /** More about a step that is under way or still to come. */
  readonly note?: string;
}

type Draft = Omit<Step, 'state'> & { readonly done: boolean };

/** Every step of a paid order with its time; the first one not done is the current one. */
export function orderSteps({ order, progress }: OrderFacts): Step[] {
  const { drafted, approved, sending } = progress;
  const wait = order.waitEndsAt;
  const steps: Draft[] = [
    step('You ordered', order.createdAt),
    step('Your payment arrived', order.paidAt),
    step('The confirmation was emailed', order.confirmationAcceptedAt),
    step('Work started', order.clockStartedAt, wait ? `On ${formatDay(wait)}, after the 14 days` : undefined),
    // Each of these implies the ones before, even where an older draft's time is no longer on record.
    {
      ...step('Your blueprint was written', drafted ?? null),
      done: Boolean(drafted ?? approved ?? order.deliveredAt),
    },
    {
      ...step('A person read and approved it', approved ?? null),
      done: Boolean(approved ?? order.deliveredAt),
    },
    step(
      'It was emailed to you',
      order.deliveredAt,
      sending && approved ? 'Emails go out between 9 am and 6 pm on business days' : undefined,
    ),
  ];
  const current = steps.findIndex(({ done }) => !done);
  return steps.map(({ done, ...rest }, index) => ({
    ...rest,
    label: done ? rest.label : (TO_COME[rest.label] ?? rest.label),
    state: done ? 'done' : index === current ? 'current' : 'todo',
  }));
}

function step(label: string, at: Date | null, note?: string): Draft {
  return {
    label,
    done: at !== null,
    ...(at && { at, iso: at.toISOString() }),
    ...(at === null && note !== undefined && { note }),
  };
}

const TO_COME: Readonly<Record<string, string>> = {
  'Your payment arrived': 'Your payment arrives',
  'The confirmation was emailed': 'The confirmation is emailed',
  'Work started': 'Work starts',
  'Your blueprint was written': 'Your blueprint is written',
  'A person read and approved it': 'A person reads and approves it',
  'It was emailed to you': 'It is emailed to you',
};
