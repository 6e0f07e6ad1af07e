import { Module } from '@nestjs/common';
import { AuditModule } from '@app/audit';
import { AssessmentModule } from '@app/assessment';
import { DeliveryModule } from '@app/delivery';
import { OrdersModule } from '@app/orders';
import { PaymentsModule } from '@app/payments';
import { DeskReadingModule } from '@app/desk-reading';
import { AssessmentSessions } from '../assessment/assessment-sessions.js';
import { TypedForms } from '../forms/typed-forms.js';
import { BounceWebhookController } from './bounce-webhook.controller.js';
import { CorrectionController } from './correction.controller.js';
import { CustomerCookies } from './customer-cookies.js';
import { CustomerOrders } from './customer-orders.js';
import { NewOrderController } from './new-order.controller.js';
import { OrderDownloads } from './order-downloads.js';
import { OrderProgress } from './order-progress.js';
import { OrderStatusController } from './order-status.controller.js';
import { PapersController } from './papers.controller.js';
import { RecheckAnswers } from './recheck-answers.js';
import { RecheckController } from './recheck.controller.js';
import { StoredDownloads } from './stored-downloads.js';
import { StoredProgress } from './stored-progress.js';
import { StripeWebhook } from './stripe-webhook.js';

/** Ordering, paying, following an order, and what Stripe and a mail provider send. */
@Module({
  imports: [AuditModule, AssessmentModule, DeliveryModule, OrdersModule, PaymentsModule, DeskReadingModule],
  controllers: [
    BounceWebhookController,
    CorrectionController,
    NewOrderController,
    OrderStatusController,
    PapersController,
    RecheckController,
  ],
  providers: [
    AssessmentSessions,
    CustomerCookies,
    CustomerOrders,
    RecheckAnswers,
    StripeWebhook,
    TypedForms,
    { provide: OrderProgress, useClass: StoredProgress },
    { provide: OrderDownloads, useClass: StoredDownloads },
  ],
})
export class OrderPagesModule {}
