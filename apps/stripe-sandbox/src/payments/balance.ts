import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import { newId } from '../store/ids.js';
import { SandboxClock } from '../store/sandbox-clock.js';
import { SandboxStore } from '../store/sandbox-store.js';

/** Movements of the sandbox's balance. Fees are 0: the sandbox does not model Stripe's prices. */
@Injectable()
export class Balance {
  constructor(
    private readonly store: SandboxStore,
    private readonly clock: SandboxClock,
  ) {}

  /** @param amount Positive into the balance, negative out of it. */
  book(
    type: 'charge' | 'payment' | 'refund' | 'adjustment',
    source: string,
    amount: number,
    currency: string,
  ): Stripe.BalanceTransaction {
    const created = this.clock.seconds();
    return this.store.balanceTransactions.add({
      id: newId('txn'),
      object: 'balance_transaction',
      amount,
      available_on: created,
      balance_type: 'payments',
      created,
      currency,
      description: null,
      exchange_rate: null,
      fee: 0,
      fee_details: [],
      net: amount,
      reporting_category: type === 'adjustment' ? 'dispute' : type === 'refund' ? 'refund' : 'charge',
      source,
      status: 'available',
      type,
    });
  }
}
