import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';
import { EventLog } from '../webhooks/event-log.js';

@Injectable()
export class FraudWarnings {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
    private readonly events: EventLog,
  ) {}

  /** The card issuer thinks this charge is fraud. */
  raise(charge: Stripe.Charge, fraudType: string): Stripe.Radar.EarlyFraudWarning {
    const warning = this.store.earlyFraudWarnings.add({
      id: newId('issfr'),
      object: 'radar.early_fraud_warning',
      actionable: !charge.refunded && !charge.disputed,
      charge: charge.id,
      created: this.clock.seconds(),
      fraud_type: fraudType,
      livemode: false,
      ...(typeof charge.payment_intent === 'string' && { payment_intent: charge.payment_intent }),
    });
    this.events.emit('radar.early_fraud_warning.created', warning);
    return warning;
  }
}
