export { Order, type StartChoice } from './order/order.entity.js';
export { type ConsentKind, OrderConsent } from './order/order-consent.entity.js';
export { OrderEvent, type OrderEventName } from './order/order-event.entity.js';
export { type OrderAction, type OrderState } from './order/order-machine.js';
export { waitEndsAt } from './order/order-clock.js';
export { BLOCKER_KINDS, BLOCKER_WORDS, type BlockerKind } from './blockers/blocker-kinds.js';
export { endHold, holdOrder } from './blockers/hold-order.js';
export { OrderBlocker } from './blockers/order-blocker.entity.js';
export { requireUnblocked } from './blockers/require-unblocked.js';
export { OrderBlockers } from './order-blockers.js';
export {
  carryOn,
  CorrectionLatePayload,
  CorrectionPayload,
  draftBlueprint,
  expireOrder,
  followPromise,
  LatePayload,
  PauseMessagePayload,
  PausePayload,
  payRemedy,
  RefundPayload,
  countOnTime,
  remindRechecks,
  RemedyPayload,
  sendConfirmation,
  settleCancellation,
  tellAtRisk,
  tellCancelled,
  tellCorrectionAsked,
  tellCorrectionAtRisk,
  tellCorrectionLate,
  tellLate,
  tellPaused,
  tellRecheck,
  tellRefunded,
  tellRefundFailed,
  tellResumed,
  tellStarted,
  watchPromises,
} from './order/order-job-definitions.js';
export { shareOrder, takeTurnAtOrder } from './order/orders.store.js';
export { type EndedOrder } from './order/order-forgetting.store.js';
export { type ConsentWording } from './placing/consent-wordings.js';
export { emailSuggestion } from './order/email-suggestion.js';
export {
  customerEmailProblem,
  customerNameProblem,
  tidyParagraphs,
  tidyText,
} from './order/customer-details.js';
export { type PlacedOrder, type PlaceOrder } from './placing/place-order.js';
export { followUp, type OrderActor } from './acts/act.js';
export { correctAddress } from './acts/correct-address.act.js';
export { sendAgain } from './acts/send-again.act.js';
export { decideRefund } from './acts/decide-refund.act.js';
export { type RefundMovement, type RefundNews } from './acts/record-refund.act.js';
export { payOtherwise } from './acts/pay-otherwise.act.js';
export { recall } from './acts/recall.act.js';
export { answerDispute } from './acts/answer-dispute.act.js';
export { makeDisputePack } from './acts/make-dispute-pack.act.js';
export { answerCorrection } from './acts/answer-correction.act.js';
export { CORRECTION_ABOUT, type CorrectionAbout, LONGEST_REQUEST } from './correction/correction-kinds.js';
export { Corrections } from './corrections.js';
export type { Correction } from './correction/corrections.store.js';
export { writeLetter } from './acts/write-letter.act.js';
export { ActRunner, mustBeDone } from './acts/act-runner.js';
export { type ErasureReason } from './acts/erase.act.js';
export { DID, type Did, HELPED, type Helped, LEAST_ANSWERS } from './recheck/follow-up.js';
export { RECHECK_DAYS, Rechecks } from './recheck/rechecks.js';
export type { Recheck } from './recheck/rechecks.store.js';
export { AT_RISK_MS, PromiseWatch } from './promise-watch.js';
export { lateRemedy } from './promise/late-remedy.js';
export { OrdersService, type PaymentRecord } from './orders.service.js';
export { OrderForgetting } from './order-forgetting.js';
export { OnTimeRecord } from './on-time-record.js';
export { OrderJobs } from './order.jobs.js';
export { orderEntities, OrdersModule } from './orders.module.js';
