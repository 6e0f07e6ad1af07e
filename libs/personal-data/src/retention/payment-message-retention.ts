import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, plusDays, RETENTION } from '@app/kernel';

/** What Stripe wrote to us repeats names and addresses. Once dealt with it is only needed for a while; Stripe has it for good. */
@Injectable()
export class PaymentMessageRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Empties old messages; their id, type and outcome stay, so that one that comes again is still known. @returns how many. */
  async empty(limit: number): Promise<number> {
    const emptied = await this.source.query<[unknown[], number]>(
      `update stripe_events set payload = '{}' where id in (
         select id from stripe_events where handled_at <= $1 and payload <> '{}' limit $2 for update skip locked)`,
      [plusDays(this.clock.now(), -RETENTION.paymentMessageDays), limit],
    );
    return emptied[1];
  }
}
