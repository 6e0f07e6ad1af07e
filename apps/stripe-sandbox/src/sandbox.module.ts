import { type DynamicModule, Module } from '@nestjs/common';
import { CouponsController } from './catalog/coupons.controller.js';
import { PriceBook } from './catalog/price-book.js';
import { PricesController } from './catalog/prices.controller.js';
import { ProductsController } from './catalog/products.controller.js';
import { PromotionCodesController } from './catalog/promotion-codes.controller.js';
import { Checkout } from './checkout/checkout.service.js';
import { CreateSession } from './checkout/create-session.js';
import { Discounts } from './checkout/discounts.js';
import { SessionsController } from './checkout/sessions.controller.js';
import { PaymentsControl } from './control/payments.control.js';
import { SandboxControl } from './control/sandbox.control.js';
import { SessionsControl } from './control/sessions.control.js';
import { WebhooksControl } from './control/webhooks.control.js';
import { HealthController } from './health.controller.js';
import { SandboxOptions } from './options.js';
import { PayController } from './pay/pay.controller.js';
import { Balance } from './payments/balance.js';
import { ChargesController } from './payments/charges.controller.js';
import { DisputesController } from './payments/disputes.controller.js';
import { Disputes } from './payments/disputes.service.js';
import { FraudWarnings } from './payments/fraud-warnings.service.js';
import {
  BalanceTransactionsController,
  EarlyFraudWarningsController,
  PaymentMethodsController,
} from './payments/lookups.controllers.js';
import { PaymentIntentsController } from './payments/payment-intents.controller.js';
import { Payments } from './payments/payments.service.js';
import { RefundsController } from './payments/refunds.controller.js';
import { Refunds } from './payments/refunds.service.js';
import { SandboxClock } from './store/sandbox-clock.js';
import { SandboxStore } from './store/sandbox-store.js';
import { EventLog } from './webhooks/event-log.js';
import { EventsController } from './webhooks/events.controller.js';
import { WebhookEndpointsController } from './webhooks/webhook-endpoints.controller.js';
import { WebhookSender } from './webhooks/webhook-sender.js';
import { WebhookSwitches } from './webhooks/webhook-switches.js';
import { ApiEdge } from './wire/api-edge.js';
import { Expander } from './wire/expand.js';
import { FaultPlan } from './wire/fault-plan.js';

const API = [
  ProductsController,
  PricesController,
  CouponsController,
  PromotionCodesController,
  SessionsController,
  PaymentIntentsController,
  PaymentMethodsController,
  ChargesController,
  RefundsController,
  DisputesController,
  BalanceTransactionsController,
  EarlyFraudWarningsController,
  EventsController,
  WebhookEndpointsController,
];

/** One sandbox; each has its own state. */
@Module({})
export class SandboxModule {
  static with(options: SandboxOptions): DynamicModule {
    return {
      module: SandboxModule,
      controllers: [
        HealthController,
        PayController,
        PaymentsControl,
        SandboxControl,
        SessionsControl,
        WebhooksControl,
        ...API,
      ],
      providers: [
        { provide: SandboxOptions, useValue: options },
        ...[
          SandboxClock,
          SandboxStore,
          WebhookSwitches,
          WebhookSender,
          EventLog,
          ApiEdge,
          FaultPlan,
          Expander,
        ],
        ...[PriceBook, Discounts, CreateSession, Checkout],
        ...[Balance, Payments, Refunds, Disputes, FraudWarnings],
      ],
    };
  }
}
