/** What a person can do about a task; the desk knows the page and button of each. */
export type TaskAct =
  | 'answer'
  | 'answer_correction'
  | 'at_stripe'
  | 'cancel'
  | 'confirm_otherwise'
  | 'confirm_refund'
  | 'correct_address'
  | 'end_blocker'
  | 'look_at_fact'
  | 'paid_otherwise'
  | 'redraft_correction'
  | 'refund'
  | 'retry_job'
  | 'review'
  | 'send_again'
  | 'settle_email'
  | 'close_with_pack'
  | 'write';

/** Whose work it is: one of the roles of staff. */
export type TaskOwner = 'support' | 'manager' | 'admin';

/** What is known of every task of one kind. */
export interface TaskKindEntry {
  /** What a person is to do about it; for staff. */
  readonly todo: string;
  /** What settles it, the usual one first. */
  readonly acts: readonly [TaskAct, ...TaskAct[]];
  readonly owner: TaskOwner;
  /** In how many business hours after it was opened; nine make a day. */
  readonly dueHours: number;
}

/** Every kind of task that there is; {@link StaffTasks.raise} refuses another. */
export const TASK_KINDS = {
  blueprint_not_rendered: {
    todo: 'Mend the cause, then retry the job that makes the blueprint.',
    acts: ['retry_job'],
    owner: 'admin',
    dueHours: 2,
  },
  calendar_ends: {
    todo: 'Set BANK_HOLIDAYS_URL if it is not set, and retry the job calendar.refresh; else extend the table that ships.',
    acts: ['retry_job'],
    owner: 'admin',
    dueHours: 45,
  },
  cancellation_notice: {
    todo: 'It counts from the moment it arrived. Cancel the order and refund it in full, at the latest 14 days from then; if it does not fit an order, ask back.',
    acts: ['cancel', 'end_blocker', 'answer'],
    owner: 'support',
    dueHours: 4,
  },
  checkout_refused: {
    todo: 'Nobody can pay. Mend what Stripe names; it closes by itself with the next pay page that opens.',
    acts: ['at_stripe'],
    owner: 'admin',
    dueHours: 1,
  },
  complaint: {
    todo: 'Answer within two business days and say who deals with it; decide within ten.',
    acts: ['answer', 'write', 'refund'],
    owner: 'support',
    dueHours: 18,
  },
  correction_asked: {
    todo: 'Read what the customer says is wrong. Have the blueprint made again if they are right; if not, answer with the reason.',
    acts: ['redraft_correction', 'answer_correction'],
    owner: 'support',
    dueHours: 9,
  },
  correction_at_risk: {
    todo: 'Get the corrected version approved and sent, or answer, before the time passes; the customer has been told that it is near.',
    acts: ['review', 'redraft_correction', 'answer_correction'],
    owner: 'manager',
    dueHours: 2,
  },
  correction_late: {
    todo: 'Get the corrected version approved and sent, or answer; the customer has the apology and the new time.',
    acts: ['review', 'redraft_correction', 'answer_correction'],
    owner: 'manager',
    dueHours: 2,
  },
  delivered_after_cancellation: {
    todo: 'The money is given back; tell the customer they may keep the blueprint.',
    acts: ['write', 'answer'],
    owner: 'support',
    dueHours: 9,
  },
  delivery_bounced: {
    todo: 'Find out the right address from the customer, then have it sent again.',
    acts: ['correct_address', 'send_again'],
    owner: 'support',
    dueHours: 4,
  },
  delivery_failed: {
    todo: 'See why the mail server would not take it, then have it sent again.',
    acts: ['settle_email', 'send_again'],
    owner: 'support',
    dueHours: 2,
  },
  delivery_unknown: {
    todo: 'Find out at the mail server whether it went, then settle it as sent or have it sent again.',
    acts: ['settle_email'],
    owner: 'support',
    dueHours: 2,
  },
  dispute_closed: {
    todo: 'Read how the bank decided, and settle with the customer what is left to settle.',
    acts: ['at_stripe', 'end_blocker', 'cancel'],
    owner: 'manager',
    dueHours: 18,
  },
  dispute_opened: {
    todo: 'Answer it in Stripe, with the evidence, before the bank’s deadline.',
    acts: ['close_with_pack', 'at_stripe', 'write', 'end_blocker'],
    owner: 'manager',
    dueHours: 18,
  },
  dispute_not_at_stripe: {
    todo: 'Find out at Stripe why it does not have this dispute, then end what it holds up.',
    acts: ['at_stripe', 'end_blocker'],
    owner: 'manager',
    dueHours: 9,
  },
  early_fraud_warning: {
    todo: 'Decide whether to refund now, which usually prevents a dispute.',
    acts: ['cancel', 'refund', 'end_blocker'],
    owner: 'manager',
    dueHours: 4,
  },
  fact_changed: {
    todo: 'Write what is true now into the file that the task names, with its source; the next release says it.',
    acts: ['look_at_fact'],
    owner: 'manager',
    dueHours: 18,
  },
  fact_gone: {
    todo: 'Take it out of the file that the task names, or put what came after it in its place; the next release says it.',
    acts: ['look_at_fact'],
    owner: 'manager',
    dueHours: 18,
  },
  file_lost: {
    todo: 'Open its file. If it is refused still, put the object back into the bucket from a backup; what can be drawn anew to the byte is every hour, and closes this by itself.',
    acts: ['review', 'write'],
    owner: 'admin',
    dueHours: 9,
  },
  job_failed: {
    todo: 'Read its error on the page of stuck work, mend the cause and retry; it closes by itself when none of its name is failed any more.',
    acts: ['retry_job'],
    owner: 'admin',
    dueHours: 2,
  },
  payment_after_end: {
    todo: 'Refund it in full unless you settle it with the customer.',
    acts: ['at_stripe', 'answer'],
    owner: 'manager',
    dueHours: 9,
  },
  payment_not_at_stripe: {
    todo: 'Do not deliver before it is explained why Stripe does not have this payment.',
    acts: ['at_stripe', 'cancel'],
    owner: 'manager',
    dueHours: 4,
  },
  payment_second: {
    todo: 'Refund the second payment in full unless you settle it with the customer.',
    acts: ['at_stripe', 'answer'],
    owner: 'manager',
    dueHours: 9,
  },
  payment_unknown_order: {
    todo: 'Find out what it was for; refund it in full unless you settle it otherwise.',
    acts: ['at_stripe'],
    owner: 'manager',
    dueHours: 9,
  },
  payment_wrong_amount: {
    todo: 'Refund it in full unless you settle it with the customer.',
    acts: ['at_stripe', 'answer'],
    owner: 'manager',
    dueHours: 9,
  },
  payment_wrong_currency: {
    todo: 'Refund it in full unless you settle it with the customer.',
    acts: ['at_stripe', 'answer'],
    owner: 'manager',
    dueHours: 9,
  },
  payment_wrong_mode: {
    todo: 'Find out how test and live money were mixed; nothing was sold.',
    acts: ['at_stripe'],
    owner: 'admin',
    dueHours: 9,
  },
  promise_at_risk: {
    todo: 'Have the draft reviewed and sent before the promised time.',
    acts: ['review', 'answer'],
    owner: 'manager',
    dueHours: 2,
  },
  promise_late: {
    todo: 'Get it sent; the customer has the apology, the new time and the money that the terms promise.',
    acts: ['review', 'answer', 'cancel'],
    owner: 'manager',
    dueHours: 2,
  },
  refund_failed: {
    todo: 'Ask the customer how they want to be paid back, pay them another way, and note it on the order.',
    acts: ['paid_otherwise', 'refund', 'answer', 'at_stripe'],
    owner: 'manager',
    dueHours: 9,
  },
  refund_not_at_stripe: {
    todo: 'Find out at Stripe why it does not have this refund; if it was never made, make it again.',
    acts: ['at_stripe', 'refund', 'answer'],
    owner: 'manager',
    dueHours: 4,
  },
  refund_refused: {
    todo: 'See why Stripe will not make it. Mend that and refund again, or pay the customer another way and note it on the order.',
    acts: ['refund', 'paid_otherwise', 'answer'],
    owner: 'manager',
    dueHours: 4,
  },
  refund_to_confirm: {
    todo: 'Read why the money is to be given back, then confirm or decline; whoever asked for it cannot.',
    acts: ['confirm_refund'],
    owner: 'manager',
    dueHours: 9,
  },
  report_error: {
    todo: 'Check it against the sources, correct the content if it is right, and answer.',
    acts: ['answer'],
    owner: 'support',
    dueHours: 27,
  },
  schedule_failing: {
    todo: 'Read the error on the jobs page, mend its cause and retry; it closes by itself when it works again.',
    acts: ['retry_job'],
    owner: 'admin',
    dueHours: 2,
  },
  schedule_silent: {
    todo: 'Look whether a worker is running, and at the jobs page; it closes by itself when it works again.',
    acts: ['retry_job'],
    owner: 'admin',
    dueHours: 2,
  },
  second_nobody: {
    todo: 'Nobody may be the second person for this draft. On the page of accounts, give the role of approver to a colleague who neither approved it nor changed its words, or invite one; it closes by itself once they decide.',
    acts: ['review'],
    owner: 'admin',
    dueHours: 2,
  },
  work_not_started: {
    todo: 'See which email stopped. Correct the address and send it again, or reach the customer another way and say how.',
    acts: ['correct_address', 'settle_email', 'confirm_otherwise', 'cancel'],
    owner: 'support',
    dueHours: 2,
  },
} as const satisfies Readonly<Record<string, TaskKindEntry>>;

export type TaskKind = keyof typeof TASK_KINDS;

export const isTaskKind = (kind: string): kind is TaskKind => Object.hasOwn(TASK_KINDS, kind);

/** What is known of a kind; undefined for one that is no longer raised. */
export const taskKind = (kind: string): TaskKindEntry | undefined =>
  isTaskKind(kind) ? TASK_KINDS[kind] : undefined;
