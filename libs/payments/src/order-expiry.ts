import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { OrdersService } from '@app/orders';
import { CheckoutAttempts } from './checkout-attempts.js';
import { SessionOutcomes } from './session-outcomes.js';
import { StripeGateway } from './stripe-gateway.js';

/** Lets go of orders that nobody paid, and only once Stripe has said so. */
@Injectable()
export class OrderExpiry {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly attempts: CheckoutAttempts,
    private readonly gateway: StripeGateway,
    private readonly outcomes: SessionOutcomes,
  ) {}

  /** @returns whether the order expired now. It stays when it was paid meanwhile, or when a bank is still deciding. */
  async expire(orderId: string): Promise<boolean> {
    const order = await this.orders.byId(orderId);
    if (order?.state !== 'awaiting_payment') return false;
    const attempt = await this.attempts.live(this.source.manager, orderId);
    if (attempt) {
      // Closing comes first: afterwards nothing can be paid, so what Stripe then says stays true.
      const session = attempt.sessionId === null ? null : await this.gateway.expireSession(attempt.sessionId);
      if (session) await this.source.transaction((manager) => this.outcomes.apply(manager, session));
      else await this.attempts.abandon(attempt);
    }
    return await this.source.transaction(async (manager) => {
      await this.orders.lock(manager, orderId);
      if (await this.attempts.live(manager, orderId)) return false;
      return await this.orders.expire(manager, orderId);
    });
  }
}
