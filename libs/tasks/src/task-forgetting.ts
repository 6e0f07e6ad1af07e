import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { removeTasksClosed, removeTasksOfOrders } from './staff-tasks.store.js';
import type { TaskKind } from './task-kinds.js';

/** Tasks that hold something of a person, once their time is over. */
@Injectable()
export class TaskForgetting {
  async removeOrders(manager: EntityManager, orderIds: readonly string[]): Promise<void> {
    await removeTasksOfOrders(manager, orderIds);
  }

  /** Removes tasks of these kinds that were closed at or before a moment. @returns their subjects, at most `limit`. */
  async removeClosed(
    manager: EntityManager,
    kinds: readonly TaskKind[],
    before: Date,
    limit: number,
  ): Promise<string[]> {
    return await removeTasksClosed(manager, kinds, before, limit);
  }
}
