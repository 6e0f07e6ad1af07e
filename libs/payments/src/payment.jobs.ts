import { Injectable } from '@nestjs/common';
import { type BoundJob, handle } from '@app/jobs';
import { expireOrder, payRemedy, settleCancellation } from '@app/orders';
import { EventHandler } from './event-handler.js';
import { LateRemedies } from './late-remedies.js';
import { OrderExpiry } from './order-expiry.js';
import { handleEvent, reconcilePayments } from './payment-job-definitions.js';
import { Reconciliation } from './reconciliation.js';
import { payBackDecided, RefundDecisions } from './refund-decisions.js';
import { RefundsService } from './refunds.service.js';

@Injectable()
export class PaymentJobs {
  constructor(
    private readonly events: EventHandler,
    private readonly expiry: OrderExpiry,
    private readonly refunds: RefundsService,
    private readonly reconciliation: Reconciliation,
    private readonly decisions: RefundDecisions,
    private readonly remedies: LateRemedies,
  ) {}

  boundJobs(): BoundJob[] {
    return [
      handle(handleEvent, ({ eventId }) => this.events.handle(eventId)),
      handle(reconcilePayments, async () => {
        await this.reconciliation.run();
      }),
      // An order that a bank is still deciding about stays; reconciliation asks again every ten minutes.
      handle(expireOrder, async ({ orderId }) => {
        await this.expiry.expire(orderId);
      }),
      handle(payBackDecided, ({ decisionId }) => this.decisions.payBack(decisionId)),
      handle(payRemedy, (remedy) => this.remedies.pay(remedy)),
      handle(settleCancellation, ({ orderId }) => this.refunds.settleCancellation(orderId)),
    ];
  }
}
