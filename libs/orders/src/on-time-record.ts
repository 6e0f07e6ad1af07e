import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, LONDON, plusMonths } from '@app/kernel';

/** How many months the record goes back. */
const MONTHS_SHOWN = 24;

/** The orders whose promised time fell into one month. */
export interface OnTimeMonth {
  /** In London, `YYYY-MM`. */
  readonly month: string;
  readonly due: number;
  /** Of those, delivered by the promised time. */
  readonly onTime: number;
}

/** Whether we keep our promise, for anybody to read. Counts alone: nothing in it is about a person. */
@Injectable()
export class OnTimeRecord {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Months in which an order was due, newest first. An order counts once its promised time has passed. One that the customer ended before
   * that time does not count; one that was ended, or refunded, because it was late counts as late.
   */
  async months(): Promise<OnTimeMonth[]> {
    const now = this.clock.now();
    return await this.source.query<OnTimeMonth[]>(
      `select to_char(promise_at at time zone $1, 'YYYY-MM') as month, count(*)::int as due,
         (count(*) filter (where delivered_at <= promise_at))::int as "onTime"
       from orders
       where promise_at <= $2 and promise_at > $3 and (state = 'paid' or cancelled_at > promise_at)
       group by 1 order by 1 desc`,
      [LONDON, now, plusMonths(now, -MONTHS_SHOWN)],
    );
  }
}
