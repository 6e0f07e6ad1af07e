import { Injectable, Logger } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type Bounce, BounceMailbox, readBounce } from '@app/mail';
import { OrdersService } from '@app/orders';
import { findByMessageId, lockDelivery } from '../delivery.store.js';
import { DeliveryOutcomes } from '../delivery-outcomes.js';

/** In one run; the next comes in a few minutes. */
const AT_A_TIME = 200;

/** An email that will never arrive. */
export interface LastingBounce extends Pick<Bounce, 'messageId' | 'why'> {
  /** To whom, where the report says it. */
  readonly recipient?: string;
}

/** Reads what mail servers report after they had taken an email, and matches it by the Message-ID. */
@Injectable()
export class Bounces {
  private readonly log = new Logger(Bounces.name);

  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly mailbox: BounceMailbox,
    private readonly orders: OrdersService,
    private readonly outcomes: DeliveryOutcomes,
  ) {}

  /** Safe to repeat: a message counts as read after its effect, and the same news twice changes nothing. */
  async read(): Promise<void> {
    await this.mailbox.each(AT_A_TIME, async ({ id, raw }) => {
      const bounce = await readBounce(raw);
      if (bounce?.permanent) await this.source.transaction((manager) => this.apply(manager, bounce));
      else this.log.log(`message ${id} reports no lasting refusal`);
    });
  }

  /** What was sent under this Message-ID did not arrive: the email has bounced, its order is bound, and a person is asked. */
  async apply(manager: EntityManager, { messageId, recipient, why }: LastingBounce): Promise<void> {
    const about = await findByMessageId(manager, messageId);
    if (!about) return this.log.warn('a report names an email that is not ours');
    if (recipient !== undefined && recipient.toLowerCase() !== about.recipient.toLowerCase())
      return this.log.warn(`a report about delivery ${about.id} names an address it did not go to`);
    // The order first, then its delivery, as everywhere.
    if (about.orderId) await this.orders.lock(manager, about.orderId);
    const delivery = await lockDelivery(manager, about.id);
    if (delivery) await this.outcomes.cameBack(manager, delivery, why);
  }
}
