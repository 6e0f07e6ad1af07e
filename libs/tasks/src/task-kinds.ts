/** What is known of every task of one kind. An act that settles it, whose it is and when it is due can join here. */
export interface TaskKindEntry {
  /** What a person is to do about it; for staff. */
  readonly todo: string;
}

/** Every kind of task that there is; {@link StaffTasks.raise} refuses another. */
export const TASK_KINDS = {
  blueprint_not_rendered: {
    todo: 'Mend the cause, then retry the job that makes the blueprint.',
  },
  cancellation_notice: {
    todo: 'It counts from the moment it arrived. Cancel the order and refund it in full, at the latest 14 days from then; if it does not fit an order, ask back.',
  },
  complaint: {
    todo: 'Answer within two business days and say who deals with it; decide within ten.',
  },
  delivered_after_cancellation: {
    todo: 'The money is given back; tell the customer they may keep the blueprint.',
  },
  delivery_bounced: {
    todo: 'Find out the right address from the customer, then have it sent again.',
  },
  delivery_failed: {
    todo: 'See why the mail server would not take it, then have it sent again.',
  },
  delivery_unknown: {
    todo: 'Find out at the mail server whether it went, then settle it as sent or have it sent again.',
  },
  dispute_closed: {
    todo: 'Read how the bank decided, and settle with the customer what is left to settle.',
  },
  dispute_opened: {
    todo: 'Answer it in Stripe, with the evidence, before the bank’s deadline.',
  },
  early_fraud_warning: {
    todo: 'Decide whether to refund now, which usually prevents a dispute.',
  },
  payment_after_end: {
    todo: 'Refund it in full unless you settle it with the customer.',
  },
  payment_not_at_stripe: {
    todo: 'Do not deliver before it is explained why Stripe does not have this payment.',
  },
  payment_second: {
    todo: 'Refund the second payment in full unless you settle it with the customer.',
  },
  payment_unknown_order: {
    todo: 'Find out what it was for; refund it in full unless you settle it otherwise.',
  },
  payment_wrong_amount: {
    todo: 'Refund it in full unless you settle it with the customer.',
  },
  payment_wrong_currency: {
    todo: 'Refund it in full unless you settle it with the customer.',
  },
  payment_wrong_mode: {
    todo: 'Find out how test and live money were mixed; nothing was sold.',
  },
  refund_failed: {
    todo: 'Ask the customer how they want to be paid back, and pay them another way.',
  },
  report_error: {
    todo: 'Check it against the sources, correct the content if it is right, and answer.',
  },
  schedule_failing: {
    todo: 'Read the error on the jobs page, mend its cause and retry; it closes by itself when it works again.',
  },
  schedule_silent: {
    todo: 'Look whether a worker is running, and at the jobs page; it closes by itself when it works again.',
  },
} as const satisfies Readonly<Record<string, TaskKindEntry>>;

export type TaskKind = keyof typeof TASK_KINDS;

export const isTaskKind = (kind: string): kind is TaskKind => Object.hasOwn(TASK_KINDS, kind);
