import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What stands in place of a reviewer's words once the blueprint they were about is erased. */
const ERASED = 'erased with the blueprint';

/** Empties what reviewers and checks wrote about a blueprint. Who decided what and when stays, as the audit log has it too. */
@Injectable()
export class ReviewErasure {
  /** Whether a blueprint of this order lies before a reviewer. */
  async isOpen(manager: EntityManager, orderId: string): Promise<boolean> {
    const open = await manager.query<unknown[]>(
      `select 1 from reviews where order_id = $1 and state in ('queued', 'claimed', 'held') limit 1`,
      [orderId],
    );
    return open.length > 0;
  }

  async erase(manager: EntityManager, orderId: string): Promise<void> {
    await manager.query(
      `update reviews set checks = '[]', reason = case when reason is null then null else $2 end where order_id = $1`,
      [orderId, ERASED],
    );
  }
}
