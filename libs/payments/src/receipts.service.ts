import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment, sellerOf, VAT_RATE } from '@app/config';
import { CLOCK, type Clock, pence, type Pence, vatIncluded } from '@app/kernel';
import type { Receipt } from './receipt.entity.js';
import {
  insertReceipt,
  lastReceiptNumber,
  lockReceiptNumbers,
  receiptByNumber,
  receiptOf,
} from './receipt.store.js';

@Injectable()
export class ReceiptsService {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The receipt of an order, made when it is paid; a second call finds the first one. */
  async issue(manager: EntityManager, orderId: string, total: Pence): Promise<Receipt> {
    // A sequence would leave gaps when a transaction fails, and a tax inspector asks about gaps. The lock ends with the transaction.
    await lockReceiptNumbers(manager);
    const issued = await receiptOf(manager, orderId);
    if (issued) return issued;
    const last = await lastReceiptNumber(manager);
    const { VAT_NUMBER } = this.environment;
    const { net, vat } =
      VAT_NUMBER === undefined ? { net: total, vat: pence(0) } : vatIncluded(total, VAT_RATE);
    return await insertReceipt(manager, {
      number: receiptNumber(last === null ? 1 : Number(last.slice(-6)) + 1),
      orderId,
      issuedAt: this.clock.now(),
      totalPence: total,
      netPence: net,
      vatPence: vat,
      vatNumber: VAT_NUMBER ?? null,
      seller: sellerOf(this.environment),
    });
  }

  byNumber(number: string): Promise<Receipt | null> {
    return receiptByNumber(this.source.manager, number);
  }

  forOrder(orderId: string): Promise<Receipt | null> {
    return receiptOf(this.source.manager, orderId);
  }
}

/** 1 → `PW-R-000001` */
export const receiptNumber = (count: number): string => `PW-R-${String(count).padStart(6, '0')}`;
