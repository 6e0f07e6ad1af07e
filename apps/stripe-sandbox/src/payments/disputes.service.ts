import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { EventLog } from '../webhooks/event-log.js';
import { refused } from '../wire/stripe-error.js';
import { Balance } from './balance.js';
import { disputeOf } from './dispute.factory.js';

@Injectable()
export class Disputes {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly events: EventLog,
    private readonly balance: Balance,
  ) {}

  /** The payer's bank takes the money back for now. @throws StripeApiError when the charge is unpaid or disputed already. */
  open(
    charge: Stripe.Charge,
    reason: string,
    amount = charge.amount - charge.amount_refunded,
  ): Stripe.Dispute {
    if (charge.status !== 'succeeded')
      throw refused(`Charge ${charge.id} has not succeeded.`, 'charge_not_disputable');
    if (charge.disputed) throw refused(`Charge ${charge.id} is disputed already.`, 'charge_disputed');
    const id = newId('du');
    const taken = this.balance.book('adjustment', id, -amount, charge.currency);
    const dispute = this.store.disputes.add(
      disputeOf(id, charge, { amount, reason, taken, created: this.clock.seconds() }),
    );
    charge.disputed = true;
    this.events.emit('charge.dispute.created', dispute);
    return dispute;
  }

  close(dispute: Stripe.Dispute, status: 'won' | 'lost'): Stripe.Dispute {
    if (dispute.status === 'won' || dispute.status === 'lost')
      throw refused('This dispute is already closed', 'dispute_already_closed');
    const previous = { status: dispute.status };
    dispute.status = status;
    if (status === 'won')
      dispute.balance_transactions.push(
        this.balance.book('adjustment', dispute.id, dispute.amount, dispute.currency),
      );
    this.events.emit('charge.dispute.closed', dispute, previous);
    return dispute;
  }

  submitEvidence(
    dispute: Stripe.Dispute,
    evidence: Readonly<Record<string, string>>,
    submit: boolean,
  ): Stripe.Dispute {
    Object.assign(dispute.evidence, evidence);
    dispute.evidence_details.has_evidence = true;
    if (submit) {
      dispute.evidence_details.submission_count += 1;
      dispute.status = 'under_review';
    }
    this.events.emit('charge.dispute.updated', dispute);
    return dispute;
  }
}
