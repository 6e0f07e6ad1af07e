import { signatureOf } from '@app/testing';
import type { Chance } from './chance.js';
import { WEBHOOK_SECRET, type World } from './world.js';

const HOUR = 3_600_000;
/** When Stripe tries again what was not answered well, in milliseconds after the attempt before. */
const AGAIN = [60_000, HOUR, 4 * HOUR, 12 * HOUR, 24 * HOUR, 24 * HOUR];

interface StripeEvent {
  readonly id: string;
  readonly type: string;
  readonly data: {
    readonly object: { readonly client_reference_id?: string | null; readonly payment_status?: string };
  };
}

/** What becomes of an event on its way; milliseconds. */
export interface Way {
  readonly delays: readonly number[];
  /** Somebody who does not know the secret sends it as well. */
  readonly forged: boolean;
}

export const STRAIGHT: Way = { delays: [2_000], forged: false };

/** Brings the events of the local Stripe to the site, as the weather lets it. */
export class Postman {
  private seen = 0;

  constructor(
    private readonly world: World,
    private readonly chance: Chance,
    private readonly wayOf: (type: string, chance: Chance) => Way,
  ) {}

  /** Plans the way of every event that has happened since. */
  async collect(): Promise<void> {
    const { data } = await this.world.stripe<{ data: StripeEvent[] }>('events');
    for (const event of data.slice(this.seen)) {
      const { client_reference_id: order, payment_status: status } = event.data.object;
      if (order && status === 'paid' && !this.world.paidAt.has(order))
        this.world.paidAt.set(order, this.world.now);
      const { delays, forged } = this.wayOf(event.type, this.chance);
      for (const delay of delays) this.plan(event, delay, 0);
      if (delays.length === 0) this.world.note(`event lost: ${event.type}`);
      if (forged) this.world.agenda.plan(this.world.now + 1_000, 'forged', () => this.forge(event));
    }
    this.seen = data.length;
  }

  private plan(event: StripeEvent, delay: number, attempt: number): void {
    this.world.agenda.plan(this.world.now + delay, event.type, async () => {
      const status = await this.post(event, WEBHOOK_SECRET);
      this.world.note(`event ${event.type}: ${status}`);
      const next = AGAIN[attempt];
      if (status !== 200 && next !== undefined) this.plan(event, next, attempt + 1);
    });
  }

  private async forge(event: StripeEvent): Promise<void> {
    const status = await this.post(event, 'whsec_of_somebody_else');
    this.world.note(`forged ${event.type}: ${status}`);
    if (status !== 400) throw new Error(`a forged ${event.type} was answered ${status}`);
  }

  private async post(event: StripeEvent, secret: string): Promise<number> {
    const payload = JSON.stringify(event, null, 2);
    const { statusCode } = await this.world.site.inject({
      method: 'POST',
      url: '/webhooks/stripe',
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'stripe-signature': signatureOf(payload, secret),
      },
      payload,
    });
    return statusCode;
  }
}
