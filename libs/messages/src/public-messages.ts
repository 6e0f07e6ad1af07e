import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { MessageReceipts, type MessageSort } from '@app/delivery';
import { StaffTasks } from '@app/tasks';
import { messageReference } from './message-reference.js';
import { MESSAGE_WORDS } from './message-sorts.js';

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
    private readonly tasks: StaffTasks,
    private readonly receipts: MessageReceipts,
  ) {}

  /** Keeps the message and queues an acknowledgement to its writer. @returns its reference. Sending the same form again changes nothing. */
  async receive(message: PublicMessage): Promise<string> {
    const { sort, email, order, page, said } = message;
    const { prefix, todo } = MESSAGE_WORDS[sort];
    const reference = messageReference(prefix, message);
    await this.source.transaction(async (manager) => {
      if (await this.arrivedIn(manager, sort, reference)) return;
      const orderId = await this.orderOf(manager, order, email);
      const about = [
        order === undefined
          ? ''
          : `, order ${order}${orderId === undefined ? ' (fits no order of this email address)' : ''}`,
        page === undefined ? '' : `, page ${page}`,
      ].join('');
      await this.tasks.raise(manager, {
        kind: sort,
        subject: reference,
        ...(orderId === undefined ? {} : { orderId }),
        summary: `${reference}${about}. ${todo}`,
        data: { said: { ...said, ...(email === undefined ? {} : { Email: email }) } },
      });
      if (email !== undefined)
        await this.receipts.enqueueEmail(manager, { sort, reference, recipient: email });
    });
    return reference;
  }

  /** When a message arrived; null for one that never did. */
  async arrived(sort: MessageSort, reference: string): Promise<ArrivedMessage | null> {
    const at = await this.arrivedIn(this.source.manager, sort, reference);
    return at ? { sort, reference, at } : null;
  }

  private async arrivedIn(
    manager: EntityManager,
    sort: MessageSort,
    reference: string,
  ): Promise<Date | undefined> {
    const [task] = await manager.query<{ at: Date }[]>(
      'select opened_at as at from staff_tasks where kind = $1 and subject = $2',
      [sort, reference],
    );
    return task?.at;
  }

  /** Only who knows both the reference and the address of an order speaks for it. */
  private async orderOf(
    manager: EntityManager,
    reference?: string,
    email?: string,
  ): Promise<string | undefined> {
    if (reference === undefined || email === undefined) return undefined;
    const [order] = await manager.query<{ id: string }[]>(
      'select id from orders where reference = $1 and lower(customer_email) = lower($2)',
      [reference, email],
    );
    return order?.id;
  }
}
