import { formatDay, formatDayTime, formatPence } from '@app/kernel';
import { type MoneyState, moneyWords } from '@app/payments';
import type { Order, StartChoice } from '@app/orders';
import { blockedWords } from './blocked-words.js';
import type { OrderFacts } from './order-facts.js';
import type { Progress } from './order-progress.js';
import { orderSteps, type Step } from './order-steps.js';

/** What the status page says: where the order truly stands, what comes next, and what can be done. */
export interface OrderStory {
  readonly headline: string;
  readonly lede: string;
  /** What happens next, one or two sentences. */
  readonly next: string;
  readonly steps: readonly Step[];
  /** Where the money is, once it is not simply paid. */
  readonly money?: string;
  readonly canPay: boolean;
  readonly canCancel: boolean;
  readonly canDownload: boolean;
  readonly canSendAgain: boolean;
  /** Something holds the order up, so its time is not to be called fixed. */
  readonly heldUp: boolean;
  /** The promised time has passed; it is not to be called fixed either. */
  readonly late: boolean;
  /** Reload after so many seconds; something is about to change. */
  readonly refresh?: number;
}

type Words = Pick<OrderStory, 'headline' | 'lede' | 'next' | 'refresh'>;

/** Said when the form was sent again, with another choice, after the bank was asked. */
const PAID_CHOICE: Readonly<Record<StartChoice, string>> = {
  start_now: 'What you chose when you paid counts: we start at once.',
  start_after_cancellation_period: 'What you chose when you paid counts: we start after the 14 days.',
};

const answersOf = ({ erasedAt }: Order): string =>
  erasedAt ? 'Your answers have been erased.' : 'Your answers are kept.';

/** A pure function of what is on record. */
export function orderStory(facts: OrderFacts): OrderStory {
  const { order, payPage } = facts;
  const payable = order.state === 'awaiting_payment' && order.expiresAt > facts.now && payPage !== 'pending';
  return {
    ...wordsOf(facts),
    ...(!['nothing', 'paid'].includes(facts.money.stage) && { money: moneyWords(facts.money).sentence }),
    steps: order.state === 'paid' ? orderSteps(facts) : [],
    heldUp: facts.blockers.length > 0 && !order.deliveredAt,
    late: isLate(facts),
    canPay: payable,
    canCancel: (order.state === 'paid' && !order.deliveredAt) || payable,
    canDownload: canDownload(facts),
    canSendAgain: order.state === 'paid' && order.deliveredAt !== null && order.erasedAt === null,
  };
}

/** Delivered; or approved and refused by the mail server, while nothing else stands in the way. */
const canDownload = ({ order, progress, blockers }: OrderFacts): boolean =>
  order.state === 'paid' &&
  order.erasedAt === null &&
  (order.deliveredAt !== null || (progress.refused === true && blockers.every((kind) => kind === 'bounce')));

function wordsOf(facts: OrderFacts): Words {
  switch (facts.order.state) {
    case 'awaiting_payment':
      return unpaid(facts);
    case 'paid':
      return paid(facts);
    case 'expired':
      return {
        headline: 'This order was not paid, and has closed',
        lede: `Nothing was charged. ${answersOf(facts.order)}`,
        next: 'If you still want the blueprint, order it again. It takes a minute.',
      };
    case 'cancelled':
      return cancelled(facts);
  }
}

function unpaid({ order, payPage, payingFor, confirming, now }: OrderFacts): Words {
  if (payPage === 'pending') {
    return {
      headline: 'Your bank is confirming the payment',
      lede: `You have done your part. Some ways of paying take a few days to be confirmed.${payingFor && payingFor !== order.startChoice ? ` ${PAID_CHOICE[payingFor]}` : ''}`,
      next: 'We email you as soon as the bank has confirmed. You do not need to pay again or keep this page open.',
      refresh: 20,
    };
  }
  if (confirming && payPage !== 'failed' && payPage !== 'expired') {
    return {
      headline: 'Your payment is being confirmed',
      lede: 'This usually takes a few seconds. The page looks again by itself.',
      next: 'If nothing changes within a few minutes, you may close this page. We email you when the payment has arrived.',
      refresh: 4,
    };
  }
  if (order.expiresAt <= now) {
    return {
      headline: 'The time to pay this order has ended',
      lede: 'As far as we know nothing was charged. We are making sure of it with our payment provider.',
      next: 'Your answers are kept, and you can order again.',
    };
  }
  const until = `Your order and your answers are kept. You can pay until ${formatDayTime(order.expiresAt)}.`;
  if (payPage === 'failed')
    return {
      headline: 'The payment did not go through',
      lede: 'Your bank did not make the payment. Nothing was charged.',
      next: until,
    };
  if (payPage === 'expired')
    return {
      headline: 'The payment page has closed',
      lede: 'It closes after 30 minutes. Nothing was charged.',
      next: until,
    };
  return {
    headline: 'Your order waits for your payment',
    lede: `${formatPence(order.pricePence)} for your Career Pivot Blueprint. Nothing has been charged yet.`,
    next: until,
  };
}

function paid(facts: OrderFacts): Words {
  const { order, progress, now, blockers, money } = facts;
  if (order.erasedAt && order.deliveredAt) {
    return {
      headline: 'Your answers and your blueprint are erased',
      lede: `It was delivered at ${formatDayTime(order.deliveredAt)}, and erased at ${formatDayTime(order.erasedAt)}.`,
      next: 'The copy on your own device is yours. We keep the record of the order as long as tax law asks; “Your data” says until when.',
    };
  }
  if (order.deliveredAt && progress.refused === true && blockers.includes('bounce'))
    return {
      headline: 'Your blueprint is ready to download',
      lede: `The mail server of ${order.customerEmail} took our email with it, and gave it back later.`,
      next: 'Download it here now. A person is looking into it; if the address is wrong, please tell us the right one: write to us at the address under “Questions”.',
    };
  if (order.deliveredAt) {
    return {
      headline: 'Your blueprint has been delivered',
      lede: `We emailed it to you at ${formatDayTime(order.deliveredAt)}.`,
      next: 'Start with page 2, your answer on one page, and put the 90 days into your calendar. You can download both here at any time.',
    };
  }
  if (money.stage === 'taken')
    return {
      headline: 'Your bank has taken the money back',
      lede: moneyWords(money).sentence,
      next: 'Nothing more is sent for this order. If you did want the blueprint, write to us at the address under “Questions”.',
    };
  const blocked = blockedWords(blockers, {
    email: order.customerEmail,
    promise: order.promiseAt && formatDayTime(order.promiseAt),
  });
  if (canDownload(facts))
    return {
      headline: 'Your blueprint is ready to download',
      lede: `The mail server of ${order.customerEmail} would not take our email with it.`,
      next: 'Download it here now. If the address is wrong, correct it below, and we email it again.',
    };
  if (blocked) return blocked;
  if (!order.promiseAt) return beforeTheClock(order, now);
  const promise = formatDayTime(order.promiseAt);
  if (isLate(facts)) return late(order, promise, now);
  if (progress.review === 'held') {
    return {
      headline: 'Your reviewer has a question',
      lede: `We promised your blueprint by ${promise}.`,
      next: 'We are writing to you about it. Please look for our email and reply to it.',
    };
  }
  return {
    headline: 'Your blueprint is on its way',
    lede: `You will have it by ${promise}.`,
    next: workWords(progress),
  };
}

function workWords({ drafted, review, approved, sending, trouble }: Progress): string {
  if (trouble)
    return 'The email with your blueprint did not get through at once. A person is looking into it.';
  if (approved)
    return sending
      ? `A person has approved it. It is emailed at ${formatDayTime(sending)}.`
      : 'A person has approved it. It is emailed next.';
  if (review === 'in_hand') return 'A person is reading it beside your answers.';
  if (review === 'returned')
    return 'Your reviewer has asked for a part to be written again. Then they read it once more.';
  if (drafted) return 'It is written. A person reads it beside your answers before it is sent.';
  return 'We are writing it from your answers. Then a person reads it before it is sent.';
}

const isLate = ({ order, now }: OrderFacts): boolean =>
  order.state === 'paid' && !order.deliveredAt && order.promiseAt !== null && now > order.promiseAt;

/** The new time only while it lies ahead: one that has passed too is told anew by email within minutes. */
function late({ newTimeAt }: Order, promise: string, now: Date): Words {
  return {
    headline: 'Your blueprint is late, and we are sorry',
    lede: `We promised it by ${promise}. ${newTimeAt && newTimeAt > now ? `The new time is ${formatDayTime(newTimeAt)}.` : 'We are working on it now, and email you the new time.'}`,
    next: 'What our terms promise for this is paid back to you by itself; you need not ask. If you no longer want the blueprint, cancel here and all of your money comes back.',
  };
}

/** How long a confirmation is usually on its way at most; milliseconds. */
const CONFIRMED_WITHIN = 15 * 60_000;

function beforeTheClock(order: Order, now: Date): Words {
  const wait = order.waitEndsAt;
  if (
    !order.confirmationAcceptedAt &&
    order.paidAt &&
    now.getTime() - order.paidAt.getTime() > CONFIRMED_WITHIN
  )
    return {
      headline: 'Our confirmation has not reached you yet',
      lede: `Your payment has arrived. The confirmation of your order should have gone to ${order.customerEmail}, and we do not know that it did.`,
      next: 'A person is looking into it, and work starts as soon as you have it. If that address is wrong, correct it under “For”.',
    };
  if (!order.confirmationAcceptedAt) {
    return {
      headline: 'Thank you. Your payment has arrived',
      lede: 'We are emailing you the confirmation of your order now.',
      next: wait
        ? `Work starts on ${formatDay(wait)}, after the 14 days, as you chose.`
        : 'Work starts as soon as your mail server has taken the confirmation. The exact time of delivery then stands here.',
      refresh: 5,
    };
  }
  return {
    headline: wait ? `We start on ${formatDay(wait)}` : 'Your order is confirmed',
    lede: wait
      ? 'You chose to wait until the 14-day cancellation period has ended. Until then you can cancel for any reason.'
      : 'Work is about to start.',
    next: order.expectedAt
      ? `You will have it by ${formatDayTime(order.expectedAt)}. We email you when work starts.`
      : 'When work starts, the exact time of delivery stands here: the second business day after, at the latest, by 6 pm.',
    ...(wait ? {} : { refresh: 10 }),
  };
}

function cancelled({ order, money }: OrderFacts): Words {
  return {
    headline: 'Your order is cancelled',
    lede: moneyWords(money).sentence,
    next:
      money.stage === 'nothing'
        ? `${answersOf(order)} You can order again at any time.`
        : NEXT_WITH_MONEY[money.stage],
    ...(money.awaited && { refresh: 10 }),
  };
}

/** What comes next for somebody whose order is cancelled. */
const NEXT_WITH_MONEY: Readonly<Record<Exclude<MoneyState['stage'], 'nothing'>, string>> = {
  paid: 'A person is looking into it and writes to you.',
  owed_back:
    'We write to you as soon as it is on its way, and at the latest within 14 days. You need do nothing.',
  asked: 'We write to you about every step. You need do nothing.',
  at_the_bank: 'If it has not arrived after 10 business days, write to us and we will find it with you.',
  arrived: 'Nothing more is to be done.',
  failed:
    'If you know why it failed, for example because the account is closed, write to us at the address under “Questions”.',
  questioned:
    'Once your bank has decided, this page says so. Until then nobody can pay the same money back a second time.',
  taken: 'Nothing more is to be done.',
};
