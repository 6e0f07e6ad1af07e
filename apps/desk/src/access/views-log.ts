import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { Caller } from './signed-in-request.js';

/** Lists that show something about people. */
type List = 'queue' | 'search' | 'tasks' | 'stuck' | 'returns' | 'emails' | 'csv';

/**
 * Every look at somebody's data goes into the audit log, before it is shown. With the roles the person had then: the customer reads on their
 * order page that a reviewer opened their file, and when, not who.
 */
@Injectable()
export class ViewsLog {
  constructor(private readonly audit: Audit) {}

  /** One order, or the file of one. */
  async opened(
    staff: Caller,
    orderId: string,
    what: 'order.viewed' | 'blueprint.viewed' = 'order.viewed',
    more: object = {},
  ): Promise<void> {
    await this.audit.note({
      staffId: staff.staffId,
      action: what,
      subject: { kind: 'order', id: orderId },
      after: { as: staff.roles, ...more },
      ipAddress: staff.ipAddress,
    });
  }

  /** A list with people's names or words in it. What was searched for is not kept: it may be a name, and nothing here can be erased. */
  async listed(staff: Caller, list: List, orderIds: readonly (string | null)[]): Promise<void> {
    const orders = [...new Set(orderIds.filter((id): id is string => id !== null))];
    if (orders.length === 0) return;
    await this.audit.note({
      staffId: staff.staffId,
      action: list === 'search' ? 'orders.searched' : 'orders.listed',
      subject: { kind: 'orders', id: list },
      after: { as: staff.roles, orders },
      ipAddress: staff.ipAddress,
    });
  }
}
