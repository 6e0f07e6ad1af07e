import { newId, type Pence, pence } from '@app/kernel';
import { PaymentFixture } from '../../../test/support/payments/payment-fixture.js';
import type { RefundDecision } from './refund-decision.entity.js';
import { RefundDecisions } from './refund-decisions.js';

type Person = { readonly kind: 'staff'; readonly staffId: string };

/** Two people who decide about refunds, each alone up to £20. For tests only. */
export class DecisionsScene {
  private constructor(
    readonly fixture: PaymentFixture,
    readonly ada: Person,
    readonly grace: Person,
  ) {}

  static async open(): Promise<DecisionsScene> {
    const fixture = await PaymentFixture.open({ REFUND_SECOND_PERSON_PENCE: '2000' });
    const staff = async (): Promise<Person> => {
      const staffId = newId();
      await fixture.query(
        `insert into staff (id, email, name, roles, password_hash, totp_secret_sealed, created_at)
         values ($1::uuid, $1::text || '@example.org', 'A', '{manager}', 'x', 'x', now())`,
        [staffId],
      );
      return { kind: 'staff', staffId };
    };
    return new DecisionsScene(fixture, await staff(), await staff());
  }

  get decisions(): RefundDecisions {
    return this.fixture.get(RefundDecisions);
  }

  /** What Stripe has given back, oldest first. */
  async atStripe(intent: string): Promise<number[]> {
    return (await this.fixture.stripe.refundsOf(intent)).map(({ amount }) => amount);
  }

  /** The one decision about an order. */
  async only(orderId: string): Promise<RefundDecision> {
    const [decision, ...more] = await this.decisions.of(orderId);
    if (!decision || more.length > 0)
      throw new Error(`there are ${more.length + (decision ? 1 : 0)} decisions`);
    return decision;
  }

  /** What the order's history says of each step. */
  async steps(orderId: string): Promise<unknown[]> {
    return (await this.fixture.orders.events(orderId))
      .filter(({ name }) => name === 'refund_decided')
      .map(({ data }) => (data as { step: string }).step);
  }

  /** The names of the jobs that are to pay it back. */
  async jobs(decisionId: string): Promise<unknown[]> {
    const rows = await this.fixture.query(
      `select key from graphile_worker._private_jobs where payload ->> 'decisionId' = $1`,
      [decisionId],
    );
    return rows.map(({ key }) => key);
  }

  async kinds(orderId: string): Promise<string[]> {
    return (await this.fixture.tasksOf(orderId)).map(({ kind }) => kind);
  }
}

export const sum = (amount: number, reason = ' It was late. '): { amount: Pence; reason: string } => ({
  amount: pence(amount),
  reason,
});
