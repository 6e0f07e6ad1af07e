import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxOptions } from '../options.js';
import type { Delivery } from './delivery.js';
import { Collection } from './collection.js';
import type { SessionDetails } from './session-details.js';
import type { StoredAnswer } from './stored-answer.js';

/** Everything the sandbox knows. Call {@link changed} after a change so that it reaches the state file. */
@Injectable()
export class SandboxStore implements OnApplicationShutdown {
  readonly products = new Collection<Stripe.Product>();
  readonly prices = new Collection<Stripe.Price>();
  readonly coupons = new Collection<Stripe.Coupon>();
  readonly promotionCodes = new Collection<Stripe.PromotionCode>();
  readonly sessions = new Collection<Stripe.Checkout.Session>();
  readonly sessionDetails = new Collection<SessionDetails>();
  readonly paymentIntents = new Collection<Stripe.PaymentIntent>();
  readonly paymentMethods = new Collection<Stripe.PaymentMethod>();
  readonly charges = new Collection<Stripe.Charge>();
  readonly refunds = new Collection<Stripe.Refund>();
  readonly disputes = new Collection<Stripe.Dispute>();
  readonly balanceTransactions = new Collection<Stripe.BalanceTransaction>();
  readonly earlyFraudWarnings = new Collection<Stripe.Radar.EarlyFraudWarning>();
  readonly events = new Collection<Stripe.Event>();
  readonly deliveries = new Collection<Delivery>();
  readonly answers = new Collection<StoredAnswer>();

  private writeSoon: NodeJS.Immediate | undefined;

  constructor(private readonly options: SandboxOptions) {
    this.load();
  }

  /** Plans one write of the state file for all changes of this turn of the event loop. */
  changed(): void {
    if (this.options.stateFile === undefined || this.writeSoon) return;
    this.writeSoon = setImmediate(() => this.write());
  }

  /** Any object by its id, for `expand`. */
  find(id: string): object | undefined {
    for (const collection of Object.values(this.collections())) {
      const item = collection.get(id);
      if (item !== undefined && 'object' in item) return item;
    }
    return undefined;
  }

  reset(): void {
    for (const collection of Object.values(this.collections())) collection.clear();
    this.changed();
  }

  onApplicationShutdown(): void {
    if (this.writeSoon) this.write();
  }

  private collections(): Record<string, Collection<{ readonly id: string }>> {
    return Object.fromEntries(
      Object.entries(this).filter(
        (entry): entry is [string, Collection<{ readonly id: string }>] => entry[1] instanceof Collection,
      ),
    );
  }

  private load(): void {
    const file = this.options.stateFile;
    if (file === undefined || !existsSync(file)) return;
    const saved = parseState(file, readFileSync(file, 'utf8'));
    for (const [name, collection] of Object.entries(this.collections())) {
      for (const item of saved[name] ?? []) collection.add(item);
    }
  }

  /** Written beside the file and renamed, so that a kill in the middle leaves the earlier state whole. */
  private write(): void {
    clearImmediate(this.writeSoon);
    this.writeSoon = undefined;
    const file = this.options.stateFile;
    if (file === undefined) return;
    const state = Object.fromEntries(
      Object.entries(this.collections()).map(([name, items]) => [name, items.oldestFirst()]),
    );
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, JSON.stringify(state));
    renameSync(`${file}.new`, file);
  }
}

function parseState(file: string, text: string): Record<string, { id: string }[]> {
  try {
    return JSON.parse(text) as Record<string, { id: string }[]>;
  } catch {
    throw new Error(`The Stripe sandbox cannot read its state file ${file}. Delete it to start empty.`);
  }
}
