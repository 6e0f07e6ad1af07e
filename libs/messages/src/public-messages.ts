import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { MessageReceipts, type MessageSort } from '@app/delivery';
import { CLOCK, type Clock } from '@app/kernel';
import { OrderBlockers, OrdersService } from '@app/orders';
import { StaffTasks, TASK_KINDS } from '@app/tasks';
import { messageReference } from './message-reference.js';
import { MESSAGE_PREFIXES } from './message-sorts.js';

/** What somebody wrote to us by a form, checked. */
export interface PublicMessage {
  readonly sort: MessageSort;
  readonly formToken: string;
  readonly email?: string;
  /** The order they name, as they gave it. */
  readonly order?: string;
  /** The page it is about. */
  readonly page?: string;
  /** What staff read: label → words. */
  readonly said: Readonly<Record<string, string>>;
}

/** A message that has arrived. */
export interface ArrivedMessage {
  readonly sort: MessageSort;
  readonly reference: string;
  readonly at: Date;
}

/** Complaints, notices of cancellation and reports of errors: each becomes a task for staff, in the same moment as the answer that it has. */
@Injectable()
export class PublicMessages {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly orders: OrdersService,
    private readonly blockers: OrderBlockers,
    private readonly tasks: StaffTasks,
    private readonly receipts: MessageReceipts,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Keeps the message and queues an acknowledgement to its writer. @returns its reference. Sending the same form again changes nothing. */
  async receive(message: PublicMessage): Promise<string> {
    const { sort, email, order, page, said } = message;
    const reference = messageReference(MESSAGE_PREFIXES[sort], message);
    const orderId = await this.orderOf(order, email);
    const about = [
      order === undefined
        ? ''
        : `, order ${order}${orderId === undefined ? ' (fits no order of this email address)' : ''}`,
      page === undefined ? '' : `, page ${page}`,
    ].join('');
    await this.source.transaction(async (manager) => {
      if (await this.tasks.raisedAt(manager, { kind: sort, subject: reference })) return;
      await this.tasks.raise(manager, {
        kind: sort,
        subject: reference,
        ...(orderId === undefined ? {} : { orderId }),
        summary: `${reference}${about}. ${TASK_KINDS[sort].todo}`,
        data: { said: { ...said, ...(email === undefined ? {} : { Email: email }) } },
      });
      if (sort === 'cancellation_notice' && orderId !== undefined)
        await this.blockers.raise(manager, orderId, {
          kind: 'cancellation_notice',
          reason: `Notice ${reference}, by the form on our site`,
          source: reference,
          at: this.clock.now(),
        });
      if (email !== undefined)
        await this.receipts.enqueueEmail(manager, { sort, reference, recipient: email });
    });
    return reference;
  }

  /** When a message arrived; null for one that never did. */
  async arrived(sort: MessageSort, reference: string): Promise<ArrivedMessage | null> {
    const at = await this.tasks.raisedAt(this.source.manager, { kind: sort, subject: reference });
    return at ? { sort, reference, at } : null;
  }

  /** Only who knows both the reference and the address of an order speaks for it. */
  private async orderOf(reference?: string, email?: string): Promise<string | undefined> {
    if (reference === undefined || email === undefined) return undefined;
    const order = await this.orders.byReference(reference);
    return order?.customerEmail.toLowerCase() === email.toLowerCase() ? order.id : undefined;
  }
}
