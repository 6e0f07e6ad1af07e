/** What is about a person, by how it came to us. */
export type HeldKind =
  'name' | 'email' | 'internet address' | 'answers' | 'message' | 'advice' | 'staff note';

/** One place in which something about a person stands. */
export interface HeldPlace {
  /** `table.column` */
  readonly where: string;
  readonly holds: readonly HeldKind[];
  /** The member of the customer's copy that shows it; or why the copy does not. */
  readonly copy: string | { readonly not: string };
  /** What becomes of it when the customer has their order erased. */
  readonly erased: 'gone' | { readonly kept: string };
  /** The row of the privacy page that speaks of it, by its first words. */
  readonly privacy: string;
}

const ORDER = 'Your name, email address and order';
const AGREED = 'The choices you confirmed before paying';
const BLUEPRINT = 'Your blueprint, the answers behind it,';
const SALE = 'the record of the sale, which tax law makes us keep';
const DONE = 'shows what was agreed and done, as long as the order';

/**
 * The one list of where anything about a person is kept. `test/your-data/what-we-hold.test.ts` puts marked words into every input, looks for them in
 * every table and in the log, and compares what it finds with this list, with the copy, with what erasure leaves, and with the privacy page.
 * A bucket that FILES_URL names holds what stands in `blueprints.pdf`, in its place: only what a row of that table says is there, and no longer than the row.
 */
export const HELD_PLACES: readonly HeldPlace[] = [
  { where: 'orders.customer_name', holds: ['name'], copy: 'order', erased: { kept: SALE }, privacy: ORDER },
  { where: 'orders.customer_email', holds: ['email'], copy: 'order', erased: { kept: SALE }, privacy: ORDER },
  {
    where: 'checkout_sessions.customer_email',
    holds: ['email'],
    copy: { not: 'it is the address of the order, as Stripe was given it' },
    erased: { kept: SALE },
    privacy: ORDER,
  },
  {
    where: 'refund_decisions.reason',
    holds: ['staff note'],
    copy: 'receipt',
    erased: { kept: SALE },
    privacy: ORDER,
  },
  {
    where: 'order_consents.ip_address',
    holds: ['internet address'],
    copy: 'agreed',
    erased: { kept: DONE },
    privacy: AGREED,
  },
  {
    where: 'downloads.ip_address',
    holds: ['internet address'],
    copy: 'downloads',
    erased: { kept: DONE },
    privacy: AGREED,
  },
  {
    where: 'deliveries.recipient',
    holds: ['email'],
    copy: 'emails',
    erased: { kept: DONE },
    privacy: AGREED,
  },
  {
    where: 'deliveries.data',
    holds: ['staff note'],
    copy: 'emails',
    erased: 'gone',
    privacy: AGREED,
  },
  {
    where: 'order_blockers.reason',
    holds: ['staff note'],
    copy: 'heldUp',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'corrections.words',
    holds: ['message'],
    copy: 'corrections',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'corrections.answer',
    holds: ['staff note'],
    copy: 'corrections',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  { where: 'reviews.reason', holds: ['staff note'], copy: 'blueprint', erased: 'gone', privacy: BLUEPRINT },
  {
    where: 'reviews.instructions',
    holds: ['staff note'],
    copy: 'blueprint',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'made_versions.words',
    holds: ['staff note'],
    copy: 'blueprint',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'assessments.answers',
    holds: ['answers'],
    copy: 'answers',
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  { where: 'assessments.result', holds: ['answers'], copy: 'result', erased: 'gone', privacy: BLUEPRINT },
  {
    where: 'assessments.email',
    holds: ['email'],
    copy: { not: 'it is the address of the saved result, in the copy of the assessment' },
    erased: 'gone',
    privacy: 'Answers and result of a finished assessment',
  },
  {
    where: 'advice_comments.text',
    holds: ['advice'],
    copy: { not: 'it is in the copy of the assessment that it is about' },
    erased: 'gone',
    privacy: 'What an adviser you showed your result to wrote',
  },
  {
    where: 'diary_entries.given',
    holds: ['answers'],
    copy: { not: 'it is in the copy of the assessment that it belongs to' },
    erased: 'gone',
    privacy: 'Answers and result of a finished assessment',
  },
  {
    where: 'blueprints.snapshot',
    holds: ['name', 'answers', 'staff note'],
    copy: {
      not: 'the blueprint itself is downloaded from the order page; its answers and what it was changed for are in the copy',
    },
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'blueprints.pdf',
    holds: ['name'],
    copy: { not: 'the blueprint itself is downloaded from the order page' },
    erased: 'gone',
    privacy: BLUEPRINT,
  },
  {
    where: 'staff_tasks.data',
    holds: ['name', 'email', 'message'],
    copy: {
      not: 'a message by a form need not belong to an order; its writer has it and our answer by email',
    },
    erased: { kept: 'a complaint outlives the blueprint, until its own time is over' },
    privacy: 'What you write to us by a form',
  },
  {
    where: 'audit_log.reason',
    holds: ['staff note'],
    copy: { not: 'the same words stand with the refund or the block that they belong to' },
    erased: { kept: 'the log of what staff did, which nobody may alter' },
    privacy: AGREED,
  },
];
