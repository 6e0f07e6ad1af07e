import type { EntityManager } from 'typeorm';
import { lockUntilCommit } from '@app/database';
import { Receipt } from './receipt.entity.js';

/** Whoever wants a number waits here for the one before, until its transaction ends. */
export async function lockReceiptNumbers(manager: EntityManager): Promise<void> {
  await lockUntilCommit(manager, 'receiptNumbers');
}

/** The number given out last, or null when there is none. */
export async function lastReceiptNumber(manager: EntityManager): Promise<string | null> {
  const [last] = await manager.query<{ number: string }[]>(
    'select number from receipts order by number desc limit 1',
  );
  return last?.number ?? null;
}

export async function insertReceipt(manager: EntityManager, receipt: Receipt): Promise<Receipt> {
  await manager.insert(Receipt, receipt);
  return receipt;
}

export async function receiptOf(manager: EntityManager, orderId: string): Promise<Receipt | null> {
  return await manager.findOneBy(Receipt, { orderId });
}

export async function receiptByNumber(manager: EntityManager, number: string): Promise<Receipt | null> {
  return await manager.findOneBy(Receipt, { number });
}
