import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { OrdersModule } from '@app/orders';
import { CheckoutAttempts } from './checkout-attempts.js';
import { CheckoutService } from './checkout.service.js';
import { CheckoutSession } from './checkout-session.entity.js';
import { DisputeOutcomes } from './dispute-outcomes.js';
import { EventHandler } from './event-handler.js';
import { OrderExpiry } from './order-expiry.js';
import { PaymentForgetting } from './payment-forgetting.js';
import { CreditNote } from './papers/credit-note.entity.js';
import { CreditNotes } from './papers/credit-notes.js';
import { Papers } from './papers/papers.js';
import { Payment } from './payment.entity.js';
import { PaymentJobs } from './payment.jobs.js';
import { Receipt } from './receipt.entity.js';
import { ReceiptsService } from './receipts.service.js';
import { Reconciliation } from './reconciliation.js';
import { Refund } from './refund.entity.js';
import { RefundDecision } from './refund-decision.entity.js';
import { RefundDecisions } from './refund-decisions.js';
import { RefundRecords } from './refund-records.js';
import { RefundsService } from './refunds.service.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeEvent } from './stripe-event.entity.js';
import { StripeGateway } from './stripe-gateway.js';
import { WebhookInbox } from './webhook-inbox.js';

export const paymentEntities = [
  CheckoutSession,
  CreditNote,
  Payment,
  Receipt,
  Refund,
  RefundDecision,
  StripeEvent,
];

@Module({
  imports: [TypeOrmModule.forFeature(paymentEntities), OrdersModule],
  providers: [
    CheckoutAttempts,
    CheckoutService,
    CreditNotes,
    DisputeOutcomes,
    EventHandler,
    OrderExpiry,
    Papers,
    PaymentForgetting,
    PaymentJobs,
    ReceiptsService,
    Reconciliation,
    RefundDecisions,
    RefundRecords,
    RefundsService,
    SessionOutcomes,
    StripeGateway,
    WebhookInbox,
  ],
  exports: [
    CheckoutService,
    CreditNotes,
    Papers,
    PaymentForgetting,
    PaymentJobs,
    ReceiptsService,
    Reconciliation,
    RefundDecisions,
    RefundsService,
    StripeGateway,
    WebhookInbox,
  ],
})
export class PaymentsModule {}
