import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, inLondon, plusDays, plusMonths } from '@app/kernel';
import { correctionsDue, countDays, dueBy, type OnTime, type OnTimeSpan } from './on-time.store.js';

/** How many months the record goes back. */
const MONTHS_SHOWN = 24;
/** Days back that are counted anew each night: until then a paused or late order may still get another time. */
const DAYS_COUNTED_ANEW = 100;

const dayOf = (at: Date): string => inLondon(at).toFormat('yyyy-MM-dd');

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
  async months(): Promise<(OnTime & { readonly month: string })[]> {
    const now = this.clock.now();
    const spans = await dueBy(this.source.manager, 'month', dayOf(plusMonths(now, -MONTHS_SHOWN)), now);
    return spans.map(({ from, ...counts }) => ({ month: from.slice(0, 'YYYY-MM'.length), ...counts }));
  }

  /** Counts the days that have ended, so that reading takes no longer as the orders grow. What is not counted yet is read from the orders. */
  async count(): Promise<void> {
    const now = this.clock.now();
    const days = {
      first: dayOf(plusMonths(now, -MONTHS_SHOWN - 1)),
      from: dayOf(plusDays(now, -DAYS_COUNTED_ANEW)),
      today: dayOf(now),
    };
    await this.source.transaction((manager) => countDays(manager, days));
  }

  /** The same by week, each from its Monday, for the desk. */
  async weeks(since: Date): Promise<OnTimeSpan[]> {
    return await dueBy(this.source.manager, 'week', dayOf(since), this.clock.now());
  }

  /** The corrections that fell due in the same time, counted apart: the promise of an order and of its correction are two. */
  async corrections(): Promise<OnTime> {
    const now = this.clock.now();
    return await correctionsDue(this.source.manager, plusMonths(now, -MONTHS_SHOWN), now);
  }
}
