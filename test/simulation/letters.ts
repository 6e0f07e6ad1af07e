import { LONDON } from '@app/kernel';
import { DateTime } from 'luxon';
import type { TakenEmail } from './world.js';

/** What an email to a customer is about. */
export type LetterKind =
  | 'address-changed'
  | 'at-risk'
  | 'blueprint'
  | 'cancelled'
  | 'confirmation'
  | 'corrected'
  | 'correction'
  | 'late'
  | 'order-link'
  | 'other'
  | 'paused'
  | 'receipt'
  | 'refund-failed'
  | 'refunded'
  | 'resumed'
  | 'started';

const SUBJECTS: readonly (readonly [RegExp, LetterKind])[] = [
  [/is confirmed$/, 'confirmation'],
  [/^We have started on/, 'started'],
  [/^Your corrected Career Pivot Blueprint is ready/, 'corrected'],
  [/^Your Career Pivot Blueprint is ready/, 'blueprint'],
  [/^Your blueprint (came|is) late/, 'late'],
  [/^Your blueprint may be late/, 'at-risk'],
  [/is on its way back to you/, 'refunded'],
  [/has not reached you/, 'refund-failed'],
  [/is cancelled$/, 'cancelled'],
  [/^Receipt /, 'receipt'],
  [/^We need something from you/, 'paused'],
  [/^We go on with/, 'resumed'],
  [/^The email address of your order/, 'address-changed'],
  [/^The way to your order/, 'order-link'],
  [/correction/i, 'correction'],
];

/** An email about an order as its reader understands it. */
export interface Letter {
  readonly email: TakenEmail;
  readonly at: number;
  readonly kind: LetterKind;
  readonly reference: string;
  /** The time of delivery that it names as the one that holds; milliseconds since 1970. */
  readonly promised: number | undefined;
  /** The time that it says was promised before. */
  readonly recalled: number | undefined;
  /** What it says is paid back; pence. */
  readonly paidBack: number | undefined;
  /** What it says will be paid back because it is late; pence. */
  readonly remedy: number | undefined;
  readonly orderPage: string | undefined;
  /** Every PDF that is attached. */
  readonly files: readonly Buffer[];
}

const TIME = String.raw`(\d{1,2}(?::\d\d)? [ap]m on \w+ \d{1,2} \w+ \d{4})`;
const PROMISES = [
  new RegExp(`will have your blueprint by ${TIME}`),
  new RegExp(`You will have it by ${TIME}`),
  new RegExp(`The new time is ${TIME}`),
];

const RECALLED = new RegExp(
  `we promised your (?:Career Pivot Blueprint, order [^,]+,|blueprint) by ${TIME}`,
  'i',
);

/** Undefined for an email that is about no order. */
export function letterOf(email: TakenEmail): Letter | undefined {
  const reference = /PW-[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(email.subject)?.[0];
  if (reference === undefined) return undefined;
  const words = email.text.replaceAll(/\s+/g, ' ');
  const kind = SUBJECTS.find(([pattern]) => pattern.test(email.subject))?.[1] ?? 'other';
  const named = PROMISES.map((pattern) => pattern.exec(words)?.[1]).find((found) => found !== undefined);
  return {
    email,
    at: email.at,
    kind,
    reference,
    promised: kind === 'refunded' ? undefined : momentIn(named),
    recalled: momentIn(RECALLED.exec(words)?.[1]),
    paidBack: kind === 'refunded' ? penceIn(/^£([\d.,]+)/.exec(email.subject)?.[1]) : undefined,
    remedy: kind === 'late' ? penceIn(/We are paying £([\d.,]+) back/.exec(words)?.[1]) : undefined,
    orderPage: /\/orders\/[\w-]{20,}/.exec(words)?.[0],
    files: email.mail.attachments
      .filter(({ contentType }) => contentType === 'application/pdf')
      .map(({ content }) => content),
  };
}

/** "6 pm on Thursday 26 November 2026", as London understands it. */
export function momentIn(words: string | undefined): number | undefined {
  if (words === undefined) return undefined;
  const format = words.includes(':') ? "h:mm a 'on' cccc d LLLL yyyy" : "h a 'on' cccc d LLLL yyyy";
  const time = DateTime.fromFormat(words, format, { zone: LONDON, locale: 'en-GB' });
  if (!time.isValid) throw new Error(`no time: ${words}`);
  return time.toMillis();
}

const penceIn = (pounds: string | undefined): number | undefined =>
  pounds === undefined ? undefined : Math.round(Number(pounds.replaceAll(',', '')) * 100);
