import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, plusMonths, RETENTION } from '@app/kernel';

/** What people wrote to us by a form, and our acknowledgements. An open message has no end: somebody waits for an answer. */
@Injectable()
export class PublicMessageRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Deletes messages that were settled long enough ago, each with its acknowledgement. @returns how many. */
  async deleteSettled(limit: number): Promise<number> {
    const [deleted] = await this.source.query<{ n: number }[]>(
      `with gone as (
         delete from staff_tasks where id in (
           select id from staff_tasks
           where kind in ('complaint', 'cancellation_notice', 'report_error') and closed_at <= $1
           limit $2 for update skip locked)
         returning subject),
       emails as (delete from deliveries using gone where subject_key = 'message:' || gone.subject)
       select count(*)::int as n from gone`,
      [plusMonths(this.clock.now(), -RETENTION.messageMonths), limit],
    );
    return deleted?.n ?? 0;
  }
}
