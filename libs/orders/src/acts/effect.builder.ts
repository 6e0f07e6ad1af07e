import type { Order } from '../order/order.entity.js';
import type { Verdict } from './act.js';

/** A verdict whose jobs stand as they are queued: name, payload, options. */
export const effectOf = (verdict: Verdict): object =>
  verdict.kind === 'done'
    ? {
        ...verdict,
        ...(verdict.jobs && {
          jobs: verdict.jobs.map(({ job, payload, options }) => [job.name, payload, options]),
        }),
      }
    : verdict;

/** A job about an order, as {@link effectOf} tells of it. */
export const jobOf =
  ({ id: orderId }: Order) =>
  (name: string, more: object, key: string): unknown[] => [name, { orderId, ...more }, { key }];
