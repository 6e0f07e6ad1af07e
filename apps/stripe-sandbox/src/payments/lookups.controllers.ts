import { Get, Param } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { pageOf } from '../wire/list.js';
import type { Params } from '../wire/params.js';
import { ApiParams, StripeApi } from '../wire/stripe-api.js';
import { noSuch } from '../wire/stripe-error.js';

@StripeApi('balance_transactions')
export class BalanceTransactionsController {
  constructor(private readonly store: SandboxStore) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.BalanceTransaction> {
    const source = params.text('source');
    const type = params.text('type');
    const found = this.store.balanceTransactions
      .newestFirst()
      .filter(
        (item) =>
          (source === undefined || item.source === source) && (type === undefined || item.type === type),
      );
    return pageOf('/v1/balance_transactions', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.BalanceTransaction {
    const transaction = this.store.balanceTransactions.get(id);
    if (!transaction) throw noSuch('balance_transaction', id, 'id', 404);
    return transaction;
  }
}

@StripeApi('payment_methods')
export class PaymentMethodsController {
  constructor(private readonly store: SandboxStore) {}

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.PaymentMethod {
    const method = this.store.paymentMethods.get(id);
    if (!method) throw noSuch('PaymentMethod', id, 'payment_method', 404);
    return method;
  }
}

@StripeApi('radar/early_fraud_warnings')
export class EarlyFraudWarningsController {
  constructor(private readonly store: SandboxStore) {}

  @Get()
  list(@ApiParams() params: Params): Stripe.ApiList<Stripe.Radar.EarlyFraudWarning> {
    const charge = params.text('charge');
    const intent = params.text('payment_intent');
    const found = this.store.earlyFraudWarnings
      .newestFirst()
      .filter(
        (item) =>
          (charge === undefined || item.charge === charge) &&
          (intent === undefined || item.payment_intent === intent),
      );
    return pageOf('/v1/radar/early_fraud_warnings', found, params);
  }

  @Get(':id')
  retrieve(@Param('id') id: string): Stripe.Radar.EarlyFraudWarning {
    const warning = this.store.earlyFraudWarnings.get(id);
    if (!warning) throw noSuch('early_fraud_warning', id, 'early_fraud_warning', 404);
    return warning;
  }
}
