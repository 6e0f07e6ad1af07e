import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Blueprint } from './blueprint.entity.js';

/** Empties the blueprints of an order. What is left proves a customer's own copy genuine and says nothing of them. */
@Injectable()
export class BlueprintErasure {
  /** Whether a version of this order is being made or made again. */
  async isUnderWay(manager: EntityManager, orderId: string): Promise<boolean> {
    return await manager.existsBy(Blueprint, { orderId, state: 'drafted' });
  }

  async erase(manager: EntityManager, orderId: string, at: Date): Promise<void> {
    await manager.query(
      `update blueprints set snapshot = '{}', pdf = null, calendar_file = null, erased_at = $2
       where order_id = $1 and erased_at is null`,
      [orderId, at],
    );
  }
}
