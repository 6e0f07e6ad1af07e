import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { emptyBlueprints, hasDraft, removeBlueprintsOfOrders } from './blueprint-forgetting.store.js';

/** The blueprints of an order, once nobody may keep them any more. */
@Injectable()
export class BlueprintForgetting {
  /** Whether a version of this order is being made or made again. */
  async isUnderWay(manager: EntityManager, orderId: string): Promise<boolean> {
    return await hasDraft(manager, orderId);
  }

  /** Empties the blueprints of an order. What is left proves a customer's own copy genuine and says nothing of them. */
  async erase(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    await emptyBlueprints(manager, orderId, at);
  }

  /** Removes the blueprints of these orders altogether; what points at them must be gone before. */
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removeBlueprintsOfOrders(manager, orderIds);
  }
}
