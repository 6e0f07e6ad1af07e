import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CLOCK, type Clock, plusDays } from '@app/kernel';
import { EmailRenderer, type RenderedEmail } from '@app/mail';
import type { Delivery } from './delivery.entity.js';
import { countNotices } from './delivery.store.js';
import { DeliveryOutbox } from './delivery-outbox.js';

/** In a day, to one address: a form on the open web must not be a way to pester somebody. What was written is kept all the same. */
const MOST_A_DAY = 3;
const NOTICE = 'message_received';

/** What was written to us. */
export type MessageSort = 'complaint' | 'cancellation_notice' | 'report_error';

/** Says by email that a message has arrived, with its reference: for a cancellation the law asks for it (Consumer Contracts Regulations 2013, reg. 32). */
@Injectable()
export class MessageReceipts {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly outbox: DeliveryOutbox,
    private readonly emails: EmailRenderer,
  ) {}

  /** Queues the email in the transaction that keeps the message. Repeats nothing of what was written, so that nobody can send words by us. */
  async enqueueEmail(
    manager: EntityManager,
    { sort, reference, recipient }: { sort: MessageSort; reference: string; recipient: string },
  ): Promise<void> {
    const now = this.clock.now();
    const sent = await countNotices(manager, plusDays(now, -1), { recipient, notice: NOTICE });
    if (sent >= MOST_A_DAY) return;
    await this.outbox.enqueueEmail(manager, {
      kind: 'notice',
      subjectKey: `message:${reference}`,
      orderId: null,
      recipient,
      sendAfter: now,
      data: { notice: NOTICE, sort, reference, receivedAt: now.toISOString() },
    });
  }

  /** The email, or undefined when the delivery is another kind of notice. */
  async of({ data }: Delivery): Promise<RenderedEmail | undefined> {
    if (data['notice'] !== NOTICE) return undefined;
    return await this.emails.render('message-received', {
      sort: data['sort'],
      reference: data['reference'],
      received_at: data['receivedAt'],
    });
  }
}
