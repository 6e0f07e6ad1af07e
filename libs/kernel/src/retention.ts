import { inLondon } from './calendar/london.js';

/**
 * How long we keep what is about a person. The one place for these figures: the jobs that erase, the privacy page and the emails all read
 * them here. Sources: the product's own policy of November 2026, and for `orderYears` HMRC, "Running a limited company: your
 * responsibilities", read November 2026 (company and accounting records: 6 years from the end of the financial year).
 */
export const RETENTION = {
  /** An unfinished assessment, counted from the last save. */
  unfinishedAssessmentDays: 90,
  /** A finished assessment, counted from when it was finished. */
  savedAssessmentMonths: 12,
  /** A link by which an adviser reads a result, counted from when it was made. What they write stays as long as the result. */
  adviceLinkDays: 30,
  /** How long before its end the owner of a saved assessment is written to, if we have an address. */
  warningDays: 30,
  /** A blueprint and the answers behind it, counted from delivery. */
  blueprintMonths: 24,
  /** An order that nobody paid, counted from its end. */
  unpaidOrderDays: 90,
  /** What Stripe told us, beyond the amounts that we keep ourselves; counted from when it was dealt with. */
  paymentMessageDays: 90,
  /** What somebody wrote to us by a form (complaint, cancellation, error), counted from when it was settled. */
  messageMonths: 24,
  /** An order with its payments and receipts, counted from the end of the financial year of its last payment or refund. */
  orderYears: 6,
} as const;

/** The seller's financial year ends on 31 March, as the UK's financial year for corporation tax does. */
const FINANCIAL_YEAR_END = { month: 3, day: 31 };

export const plusDays = (from: Date, days: number): Date => inLondon(from).plus({ days }).toJSDate();

/** The same day of the month so many months on, or the last day of a shorter month. In London, so a change of clocks moves nothing. */
export const plusMonths = (from: Date, months: number): Date => inLondon(from).plus({ months }).toJSDate();

/** The last moment an order must be kept: {@link RETENTION.orderYears} after the end of the financial year in which money last moved. */
export function orderKeptUntil(lastMoneyAt: Date): Date {
  const day = inLondon(lastMoneyAt);
  const thisYear = day.set(FINANCIAL_YEAR_END).endOf('day');
  const end = day <= thisYear ? thisYear : thisYear.plus({ years: 1 });
  return end.plus({ years: RETENTION.orderYears }).toJSDate();
}

/**
 * The newest moment whose order need not be kept any more: what {@link orderKeptUntil} says, turned round so that a query can use it.
 * Money that moved before this moment is out of its time.
 */
export function orderRecordsEndBefore(now: Date): Date {
  const day = inLondon(now).minus({ years: RETENTION.orderYears });
  const thisYear = day.set(FINANCIAL_YEAR_END).endOf('day');
  return (day > thisYear ? thisYear : thisYear.minus({ years: 1 })).plus({ milliseconds: 1 }).toJSDate();
}
