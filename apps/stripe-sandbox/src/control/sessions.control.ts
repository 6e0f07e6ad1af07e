import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type Stripe from 'stripe';
import { SandboxStore } from '../store/sandbox-store.js';
import { noSuch } from '../wire/stripe-error.js';
import { AlterSessionBody } from './control-bodies.js';
import { readBody } from './read-body.js';

/** Sessions as Stripe would never have them: what is wrong must be seen to be refused. No event tells of it. */
@Controller('_sandbox/sessions')
export class SessionsControl {
  constructor(private readonly store: SandboxStore) {}

  @Post(':id/alter')
  @HttpCode(200)
  alter(@Param('id') id: string, @Body() body: unknown): Stripe.Checkout.Session {
    const session = this.find(id);
    const { order_id: orderId, amount_discount: discount, ...rest } = readBody(AlterSessionBody, body);
    Object.assign(
      session,
      Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)),
    );
    if (orderId !== undefined) {
      session.client_reference_id = orderId;
      session.metadata = { ...session.metadata, order_id: orderId };
    }
    if (discount !== undefined && session.total_details) session.total_details.amount_discount = discount;
    this.store.changed();
    return session;
  }

  /** Stripe knows nothing of the session any more. */
  @Post(':id/lose')
  @HttpCode(200)
  lose(@Param('id') id: string): { lost: string } {
    this.store.sessions.remove(this.find(id).id);
    this.store.changed();
    return { lost: id };
  }

  private find(id: string): Stripe.Checkout.Session {
    const session = this.store.sessions.get(id);
    if (!session) throw noSuch('checkout.session', id, 'id', 404);
    return session;
  }
}
