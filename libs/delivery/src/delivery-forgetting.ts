import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import {
  emptyMessages,
  type EndNotice,
  noticesOfAssessments,
  removeDeliveriesAbout,
  removeDeliveriesOfOrders,
} from './delivery-forgetting.store.js';

/** Emails and download links, once the time of what they were about is over. */
@Injectable()
export class DeliveryForgetting {
  /** Removes every email of these orders with its attempts, and every download link with its downloads. */
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removeDeliveriesOfOrders(manager, orderIds);
  }

  /** Removes the acknowledgements of messages, by the references of these. */
  async removeReceipts(manager: EntityManager, references: readonly string[]): Promise<void> {
    await removeDeliveriesAbout(
      manager,
      references.map((reference) => `message:${reference}`),
    );
  }

  /** Every warning of their end, queued or sent, to the owners of these assessments. */
  async endNotices(manager: EntityManager, assessmentIds: readonly string[]): Promise<EndNotice[]> {
    return await noticesOfAssessments(manager, assessmentIds);
  }

  /** Empties what a person of ours wrote in emails about an order; that they were sent stays. */
  async emptyMessages(manager: EntityManager, orderId: string): Promise<void> {
    await emptyMessages(manager, orderId);
  }
}
