import { plusDays } from '@app/kernel';
import type { Order } from '../order/order.entity.js';

/** The longest a request may be, and what staff write about it for the customer; characters. */
export const LONGEST_REQUEST = 2_000;
export const LONGEST_ANSWER = 1_000;

/** What is wrong, as customers choose it. */
export const CORRECTION_ABOUT = {
  me: 'My name, or something about me',
  work: 'My work or my week',
  figure: 'A figure, a date or a source',
  path: 'A path, a route or the plan',
  words: 'A mistake in the words or the layout',
} as const;

export type CorrectionAbout = keyof typeof CORRECTION_ABOUT;

/** Until when a correction of an order can be asked for on its page; null while nothing is delivered. @param days `CORRECTION_DAYS`. */
export const correctableUntil = ({ deliveredAt }: Pick<Order, 'deliveredAt'>, days: number): Date | null =>
  deliveredAt && plusDays(deliveredAt, days);
