import type Stripe from 'stripe';
import type { Params } from './params.js';
import { noSuch } from './stripe-error.js';

interface Listed {
  readonly id: string;
  readonly created?: number;
}

/**
 * One page of `items` (newest first) by Stripe's cursors: `limit` 1–100, `starting_after`, `ending_before`, `created`.
 * @throws StripeApiError when a cursor or a limit is wrong.
 */
export function pageOf<T extends Listed>(
  url: string,
  items: readonly T[],
  params: Params,
): Stripe.ApiList<T> {
  const limit = params.integer('limit', { min: 1, max: 100 }) ?? 10;
  const after = params.text('starting_after');
  const before = params.text('ending_before');
  const within = createdWithin(params);
  params.end();
  const matching = items.filter(
    (item) => within(item.created ?? 0) || item.id === after || item.id === before,
  );
  const indexOf = (id: string, param: string): number => {
    const index = matching.findIndex((item) => item.id === id);
    if (index === -1) throw noSuch('object', id, param);
    return index;
  };
  if (before !== undefined) {
    const end = indexOf(before, 'ending_before');
    const start = Math.max(0, end - limit);
    return { object: 'list', data: matching.slice(start, end), has_more: start > 0, url };
  }
  const start = after === undefined ? 0 : indexOf(after, 'starting_after') + 1;
  return {
    object: 'list',
    data: matching.slice(start, start + limit),
    has_more: matching.length > start + limit,
    url,
  };
}

function createdWithin(params: Params): (created: number) => boolean {
  if (!params.has('created')) return () => true;
  const range = params.isObject('created') ? params.object('created') : undefined;
  if (range === undefined) {
    const exact = params.integer('created');
    return (created) => created === exact;
  }
  const bounds = {
    gt: range.integer('gt'),
    gte: range.integer('gte'),
    lt: range.integer('lt'),
    lte: range.integer('lte'),
  };
  range.end();
  return (created) =>
    created > (bounds.gt ?? -Infinity) &&
    created >= (bounds.gte ?? -Infinity) &&
    created < (bounds.lt ?? Infinity) &&
    created <= (bounds.lte ?? Infinity);
}
