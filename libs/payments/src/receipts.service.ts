import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment } from '@app/config';
import { lockUntilCommit } from '@app/database';
import { CLOCK, type Clock, pence, type Pence, vatIncluded } from '@app/kernel';
import { Receipt } from './receipt.entity.js';

/** UK standard rate in per cent, since 4 January 2011 (HMRC, VAT rates). */
const VAT_RATE = 20;

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
    await lockUntilCommit(manager, 'receiptNumbers');
    const issued = await manager.findOneBy(Receipt, { orderId });
    if (issued) return issued;
    const [last] = await manager.query<{ number: string }[]>(
      'select number from receipts order by number desc limit 1',
    );
    const { VAT_NUMBER } = this.environment;
    const { net, vat } =
      VAT_NUMBER === undefined ? { net: total, vat: pence(0) } : vatIncluded(total, VAT_RATE);
    return await manager.save(Receipt, {
      number: receiptNumber(last === undefined ? 1 : Number(last.number.slice(-6)) + 1),
      orderId,
      issuedAt: this.clock.now(),
      totalPence: total,
      netPence: net,
      vatPence: vat,
      vatNumber: VAT_NUMBER ?? null,
    });
  }

  forOrder(orderId: string): Promise<Receipt | null> {
    return this.source.manager.findOneBy(Receipt, { orderId });
  }
}

/** 1 → `PW-R-000001` */
export const receiptNumber = (count: number): string => `PW-R-${String(count).padStart(6, '0')}`;
