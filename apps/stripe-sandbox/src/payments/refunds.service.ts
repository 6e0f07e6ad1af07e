import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { idOf, newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { EventLog } from '../webhooks/event-log.js';
import { refused } from '../wire/stripe-error.js';
import { Balance } from './balance.js';
import { money } from './money.js';

export interface RefundOrder {
  readonly charge: Stripe.Charge;
  /** Pence; all that is left when undefined. */
  readonly amount: number | undefined;
  readonly reason: Stripe.Refund.Reason | null;
  readonly metadata: Stripe.Metadata;
}

@Injectable()
export class Refunds {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly events: EventLog,
    private readonly balance: Balance,
  ) {}

  /** @throws StripeApiError for a charge that is unpaid, disputed, refunded already, or smaller than the amount. */
  create({ charge, amount, reason, metadata }: RefundOrder): Stripe.Refund {
    const left = charge.amount - charge.amount_refunded;
    if (charge.status !== 'succeeded')
      throw refused(`Charge ${charge.id} has not succeeded; cannot issue a refund.`, 'charge_not_refundable');
    if (charge.disputed)
      throw refused(`Charge ${charge.id} has been charged back; cannot issue a refund.`, 'charge_disputed');
    if (left === 0)
      throw refused(`Charge ${charge.id} has already been refunded.`, 'charge_already_refunded');
    const wanted = amount ?? left;
    if (wanted > left) {
      const of = charge.amount_refunded > 0 ? 'unrefunded amount on charge' : 'charge amount';
      throw refused(
        `Refund amount (${money(wanted, charge.currency)}) is greater than ${of} (${money(left, charge.currency)})`,
        'amount_too_large',
        'amount',
      );
    }
    const id = newId(charge.payment_method_details?.type === 'card' ? 're' : 'pyr');
    const refund = this.store.refunds.add({
      id,
      object: 'refund',
      amount: wanted,
      balance_transaction: this.balance.book('refund', id, -wanted, charge.currency).id,
      charge: charge.id,
      created: this.clock.seconds(),
      currency: charge.currency,
      customer: null,
      customer_account: null,
      destination_details: {
        type: 'card',
        card: { reference_status: 'pending', reference_type: 'acquirer_reference_number', type: 'refund' },
      },
      metadata,
      payment_intent: charge.payment_intent,
      payment_method: charge.payment_method,
      reason,
      receipt_number: null,
      source_transfer_reversal: null,
      status: 'succeeded',
      transfer_reversal: null,
    } satisfies Stripe.Refund);
    const before = { amount_refunded: charge.amount_refunded, refunded: charge.refunded };
    this.setRefunded(charge, charge.amount_refunded + wanted);
    this.events.emit('refund.created', refund);
    this.events.emit('charge.refunded', charge, before);
    this.giveReference(refund);
    return refund;
  }

  /** The bank sends the money back, as happens days after a refund to a closed account. */
  fail(refund: Stripe.Refund, reason: string): Stripe.Refund {
    if (refund.status === 'failed') return refund;
    const charge = this.store.charges.get(idOf(refund.charge));
    const previous = { status: refund.status };
    refund.status = 'failed';
    refund.failure_reason = reason;
    refund.failure_balance_transaction = this.balance.book(
      'refund',
      refund.id,
      refund.amount,
      refund.currency,
    ).id;
    if (charge) this.setRefunded(charge, charge.amount_refunded - refund.amount);
    this.events.emit('refund.failed', refund);
    this.events.emit('charge.refund.updated', refund, previous);
    this.store.changed();
    return refund;
  }

  /** What the bank makes of it on the way. */
  become(
    refund: Stripe.Refund,
    status: 'pending' | 'requires_action' | 'succeeded' | 'canceled',
  ): Stripe.Refund {
    if (refund.status === 'failed' || refund.status === 'canceled') return refund;
    const charge = this.store.charges.get(idOf(refund.charge));
    const previous = { status: refund.status };
    refund.status = status;
    if (charge && status === 'canceled') this.setRefunded(charge, charge.amount_refunded - refund.amount);
    this.events.emit('refund.updated', refund, previous);
    return refund;
  }

  private giveReference(refund: Stripe.Refund): void {
    const previous = { destination_details: refund.destination_details ?? { type: 'card' } };
    refund.destination_details = {
      type: 'card',
      card: {
        reference: newId('arn').slice(4),
        reference_status: 'available',
        reference_type: 'acquirer_reference_number',
        type: 'refund',
      },
    };
    this.events.emit('refund.updated', refund, previous);
  }

  private setRefunded(charge: Stripe.Charge, amount: number): void {
    charge.amount_refunded = amount;
    charge.refunded = amount === charge.amount;
  }
}
