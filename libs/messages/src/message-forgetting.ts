import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { DeliveryForgetting } from '@app/delivery';
import { TaskForgetting } from '@app/tasks';
import { MESSAGE_SORTS } from './message-sorts.js';

/** What people wrote to us by a form, and our acknowledgements, once their time is over. */
@Injectable()
export class MessageForgetting {
  constructor(
    private readonly tasks: TaskForgetting,
    private readonly deliveries: DeliveryForgetting,
  ) {}

  /** Removes messages that were settled at or before a moment, each with its acknowledgement. @returns how many, at most `limit`. */
  async removeSettled(manager: EntityManager, before: Date, limit: number): Promise<number> {
    const references = await this.tasks.removeClosed(manager, MESSAGE_SORTS, before, limit);
    if (references.length > 0) await this.deliveries.removeReceipts(manager, references);
    return references.length;
  }
}
