import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CLOCK, type Clock, plusMonths, RETENTION } from '@app/kernel';
import { MessageForgetting } from '@app/messages';

/** What people wrote to us by a form, and our acknowledgements. An open message has no end: somebody waits for an answer. */
@Injectable()
export class PublicMessageRetention {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly messages: MessageForgetting,
  ) {}

  /** Deletes messages that were settled long enough ago, each with its acknowledgement. @returns how many. */
  async deleteSettled(limit: number): Promise<number> {
    const before = plusMonths(this.clock.now(), -RETENTION.messageMonths);
    return await this.source.transaction((manager) => this.messages.removeSettled(manager, before, limit));
  }
}
