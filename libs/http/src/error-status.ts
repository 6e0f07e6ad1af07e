/**
 * The one table from `DomainError` code to HTTP status. A code that is not here is a fault of ours: 500.
 * Each lib appends its own codes, sorted inside its block.
 */
const STATUS: Readonly<Record<string, number>> = {
  // http
  cookies_missing: 403,
  csrf_invalid: 403,
  form_invalid: 422,
  gone: 410,
  not_found: 404,
  rate_limited: 429,
  unavailable: 503,
  // kernel
  money_invalid: 400,
  // assessment
  assessment_expired: 410,
  assessment_in_order: 409,
  assessment_incomplete: 409,
  assessment_not_found: 404,
  assessment_revision_stale: 409,
  // orders
  calendar_exhausted: 503,
  consents_missing: 422,
  correction_impossible: 409,
  correction_invalid: 422,
  correction_open: 409,
  correction_too_late: 409,
  correction_unknown: 409,
  order_blocked: 409,
  order_delivered: 409,
  order_details_invalid: 422,
  order_exists_paid: 409,
  order_form_used: 409,
  order_not_found: 404,
  order_paused: 409,
  order_transition_refused: 409,
  reason_missing: 422,
  // payments
  checkout_closed: 409,
  checkout_email_refused: 422,
  checkout_pending: 409,
  checkout_refused: 503,
  payment_gateway_refused: 503,
  payment_gateway_unavailable: 503,
  refund_impossible: 409,
  refund_same_person: 403,
  refund_settled: 409,
  refund_too_large: 422,
  webhook_signature_invalid: 400,
  webhook_wrong_mode: 400,
  // blueprint
  blueprint_erased: 410,
  blueprint_not_rendered: 404,
  // staff
  account_refused: 409,
  code_wrong: 422,
  invitation_over: 410,
  passkey_refused: 422,
  password_wrong: 422,
  // review
  claim_lost: 409,
  edit_refused: 422,
  give_refused: 409,
  view_refused: 422,
  choice_refused: 422,
  forbidden: 403,
  password_unfit: 422,
  review_blocked: 409,
  review_file_changed: 409,
  review_note_missing: 422,
  review_reason_missing: 422,
  second_same_person: 403,
  sign_in_refused: 401,
  staff_exists: 409,
  staff_invalid: 422,
  fact_words_changed: 409,
  task_closed: 409,
  task_taken: 409,
  // personal data
  erasure_refused: 409,
  // delivery
  address_unchangeable: 409,
  delivery_not_open: 409,
  recall_impossible: 409,
  recall_too_late: 409,
  letter_invalid: 422,
  letter_sent: 409,
  link_expired: 410,
  link_revoked: 410,
  link_unknown: 404,
  resume_email_limit: 429,
  webhook_too_large: 413,
};

/** The HTTP status of a coded refusal; 500 when nobody decided one. */
export const statusOf = (code: string): number => STATUS[code] ?? 500;
