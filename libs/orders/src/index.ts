export { Order, type StartChoice } from './order.entity.js';
export { type ConsentKind, OrderConsent } from './order-consent.entity.js';
export { OrderEvent, type OrderEventName } from './order-event.entity.js';
export { nextOrderState, type OrderAction, type OrderState, orderTransitions } from './order-transitions.js';
export { type ConsentWording, ConsentWordings } from './consent-wordings.js';
export { customerEmailProblem, customerNameProblem, tidyText } from './customer-details.js';
export { waitEndsAt } from './order-clock.js';
export { type PlacedOrder, type PlaceOrder } from './place-order.js';
export { OrdersService, type PaymentRecord } from './orders.service.js';
export { OnTimeRecord, type OnTimeMonth } from './on-time-record.js';
export {
  draftBlueprint,
  expireOrder,
  OrderPayload,
  RefundPayload,
  sendConfirmation,
  settleCancellation,
  startClockJob,
  tellCancelled,
  tellRefunded,
} from './order-job-definitions.js';
export { OrderJobs } from './order.jobs.js';
export { orderEntities, OrdersModule } from './orders.module.js';
