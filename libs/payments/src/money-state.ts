import { type Pence, pence, plusDays } from '@app/kernel';
import type { Dispute } from './dispute.entity.js';
import { GAVE_NOTHING } from './refund-machine.js';
import type { Refund } from './refund.entity.js';
import type { RefundRequest } from './refund-request.entity.js';

/**
 * Where the money of an order is, told from what happened and never from what was asked.
 * owed back: it is the customer's, and Stripe has no refund of it yet · asked: Stripe has the refund in hand · at the bank: Stripe has sent it ·
 * arrived: the bank has had its time, and it did not come back · failed: it came back to us · questioned: the customer's bank holds it while it
 * decides · taken: the bank has decided and kept it.
 */
export type MoneyStage =
  'nothing' | 'paid' | 'owed_back' | 'asked' | 'at_the_bank' | 'arrived' | 'failed' | 'questioned' | 'taken';

export interface MoneyState {
  readonly stage: MoneyStage;
  /** What the stage is about; below `paid` it is a part. */
  readonly amount: Pence;
  readonly paid: Pence;
  readonly part: boolean;
  /** It could not go back by itself: a person sees to it. */
  readonly byHand: boolean;
  /** Something is about to change by itself, so a page may look again. */
  readonly awaited: boolean;
  /** When it came to this, where that is known. */
  readonly since: Date | null;
}

export interface MoneyFacts {
  readonly paid: Pence;
  readonly cancelled: boolean;
  readonly refunds: readonly Pick<Refund, 'amountPence' | 'status' | 'way' | 'createdAt' | 'updatedAt'>[];
  readonly requests: readonly Pick<RefundRequest, 'amountPence' | 'refundId' | 'refusedAt'>[];
  readonly disputes: readonly Pick<Dispute, 'amountPence' | 'state' | 'openedAt' | 'closedAt'>[];
  readonly now: Date;
}

/**
 * A refund shows within 5 to 10 business days (Stripe, "Refund and cancel payments", read November 2026). Ten business days take 19 days at the
 * most, over Christmas.
 */
const SHOWN_AFTER_DAYS = 20;

const sum = (rows: readonly { readonly amountPence: number }[]): number =>
  rows.reduce((all, { amountPence }) => all + amountPence, 0);
const latest = (dates: readonly (Date | null)[]): Date | null =>
  dates.reduce((last, at) => (at && (!last || at > last) ? at : last), null);

/** The one state of an order's money: of several things that are under way, the one that its customer must know of first. Pure. */
export function moneyState(facts: MoneyFacts): MoneyState {
  const { paid, refunds, disputes } = facts;
  const back = refunds.filter(({ status }) => !GAVE_NOTHING.includes(status));
  const lost = disputes.filter(({ state }) => state === 'lost');
  const open = disputes.filter(({ state }) => state === 'open');
  const left = Math.max(0, paid - sum(back) - sum(lost));
  const failed = Math.min(left, failedOf(facts));
  const refused = Math.min(left, refusedOf(facts));
  const owed = facts.cancelled ? left : Math.min(left, refused + sum(facts.requests.filter(isUnderWay)));
  const underWay = back.filter(({ status }) => status !== 'succeeded');
  const state = (
    stage: MoneyStage,
    amount: number,
    since: Date | null = null,
    more: Partial<MoneyState> = {},
  ): MoneyState => ({
    stage,
    amount: pence(amount),
    paid,
    part: amount < paid,
    byHand: false,
    awaited: false,
    since,
    ...more,
  });
  if (paid === 0) return state('nothing', 0);
  if (failed > 0) return state('failed', failed, null, { byHand: true });
  if (open.length > 0) return state('questioned', sum(open), latest(open.map(({ openedAt }) => openedAt)));
  if (lost.length > 0) return state('taken', sum(lost), latest(lost.map(({ closedAt }) => closedAt)));
  if (owed > 0) return state('owed_back', owed, null, { byHand: refused > 0, awaited: refused === 0 });
  if (underWay.length > 0)
    return state('asked', sum(underWay), latest(underWay.map(({ createdAt }) => createdAt)), {
      awaited: true,
    });
  if (back.length === 0) return state('paid', paid);
  const since = latest(back.map(({ createdAt }) => createdAt));
  const shown = back.every(
    ({ way, createdAt }) => way === 'other' || plusDays(createdAt, SHOWN_AFTER_DAYS) <= facts.now,
  );
  return state(shown ? 'arrived' : 'at_the_bank', sum(back), since);
}

const isUnderWay = ({ refundId, refusedAt }: MoneyFacts['requests'][number]): boolean =>
  refundId === null && refusedAt === null;

/** What failed and was not given back since, by a refund made after we knew of it. */
function failedOf({ refunds }: MoneyFacts): number {
  const inTurn = refunds
    .filter(({ status }) => status === 'failed' || !GAVE_NOTHING.includes(status))
    .map(({ status, amountPence, createdAt, updatedAt }) =>
      status === 'failed' ? { at: updatedAt, by: amountPence } : { at: createdAt, by: -Number(amountPence) },
    )
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  return inTurn.reduce((owed, { by }) => Math.max(0, owed + by), 0);
}

/** What Stripe would not give back and nobody has given back since. */
function refusedOf({ requests, refunds }: MoneyFacts): number {
  const refusals = requests.flatMap(({ refusedAt, amountPence }) =>
    refusedAt ? [{ refusedAt, amountPence }] : [],
  );
  const first = refusals.reduce<Date | null>(
    (min, { refusedAt }) => (min && min <= refusedAt ? min : refusedAt),
    null,
  );
  if (!first) return 0;
  const since = refunds.filter(
    ({ status, createdAt }) => !GAVE_NOTHING.includes(status) && createdAt >= first,
  );
  return Math.max(0, sum(refusals) - sum(since));
}
