import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, pence } from '@app/kernel';
import type { Order } from '@app/orders';
import { disputesOf } from './dispute.store.js';
import { moneyState, type MoneyState } from './money-state.js';
import { refundsOfOrder } from './refund.store.js';
import { refundRequestsOf } from './refund-request.store.js';

/** Where the money of an order is: the one answer for its page, the desk and the emails. */
@Injectable()
export class OrderMoney {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of({ id, paidPence, state }: Pick<Order, 'id' | 'paidPence' | 'state'>): Promise<MoneyState> {
    const { manager } = this.source;
    const [refunds, requests, disputes] = await Promise.all([
      refundsOfOrder(manager, id),
      refundRequestsOf(manager, id),
      disputesOf(manager, id),
    ]);
    return moneyState({
      paid: paidPence ?? pence(0),
      cancelled: state === 'cancelled',
      refunds,
      requests,
      disputes,
      now: this.clock.now(),
    });
  }
}
