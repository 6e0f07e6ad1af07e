import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, plusDays, RETENTION } from '@app/kernel';
import { PaymentForgetting } from '@app/payments';

/** What Stripe wrote to us repeats names and addresses. Once dealt with it is only needed for a while; Stripe has it for good. */
@Injectable()
export class PaymentMessageRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly payments: PaymentForgetting,
  ) {}

  /** Empties old messages. @returns how many. */
  async empty(limit: number): Promise<number> {
    const before = plusDays(this.clock.now(), -RETENTION.paymentMessageDays);
    return await this.payments.emptyMessages(this.source.manager, before, limit);
  }
}
