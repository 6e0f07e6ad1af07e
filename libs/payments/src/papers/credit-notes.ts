import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { Environment, sellerOf } from '@app/config';
import { CLOCK, type Clock, pence, type Pence, subtractPence } from '@app/kernel';
import type { Refund } from '../refund.entity.js';
import { GAVE_NOTHING } from '../refund-machine.js';
import type { Receipt } from '../receipt.entity.js';
import { receiptOf } from '../receipt.store.js';
import type { CreditNote } from './credit-note.entity.js';
import {
  creditNotesOf,
  insertCreditNote,
  lastCreditNoteNumber,
  lockCreditNoteNumbers,
  voidCreditNotes,
} from './credit-note.store.js';

/** One numbered credit note for each refund of an order, in the transaction that takes the refund over. */
@Injectable()
export class CreditNotes {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly environment: Environment,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Follows the refunds of an order's payment: one that was made gets its note, the note of one that came to nothing becomes void. Safe to repeat.
   * @param manager a transaction that has locked the order.
   */
  async follow(manager: EntityManager, orderId: string, refunds: readonly Refund[]): Promise<void> {
    const at = this.clock.now();
    const failed = refunds.filter(({ status }) => GAVE_NOTHING.includes(status)).map(({ id }) => id);
    if (failed.length > 0) await voidCreditNotes(manager, failed, at);
    const receipt = await receiptOf(manager, orderId);
    const notes = await creditNotesOf(manager, orderId);
    const made = refunds.filter(
      ({ id, status }) => !GAVE_NOTHING.includes(status) && !notes.some(({ refundId }) => refundId === id),
    );
    if (!receipt || made.length === 0) return;
    // No sequence, for the reason that receipts have none: a transaction that fails must leave no gap.
    await lockCreditNoteNumbers(manager);
    for (const { id, amountPence } of made.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime())) {
      const last = await lastCreditNoteNumber(manager);
      const note: CreditNote = {
        number: creditNoteNumber(last === null ? 1 : Number(last.slice('PW-C-'.length)) + 1),
        refundId: id,
        orderId,
        receiptNumber: receipt.number,
        issuedAt: at,
        ...creditSplit(receipt, notes, amountPence),
        vatNumber: receipt.vatNumber,
        seller: receipt.seller ?? sellerOf(this.environment),
        voidedAt: null,
      };
      await insertCreditNote(manager, note);
      notes.push(note);
    }
  }

  /** Every credit note of an order, void ones too, oldest first. */
  async forOrder(orderId: string): Promise<CreditNote[]> {
    return await creditNotesOf(this.source.manager, orderId);
  }
}

/** 1 → `PW-C-000001` */
export const creditNoteNumber = (count: number): string => `PW-C-${String(count).padStart(6, '0')}`;

type Split = Pick<CreditNote, 'totalPence' | 'netPence' | 'vatPence'>;

/**
 * What a refund takes back of a receipt: its VAT is the receipt's in proportion, worked out on all that was credited so far, so that the pennies
 * of several notes add up to those of the receipt.
 * @param earlier notes of the same receipt; void ones do not count.
 */
export function creditSplit(
  receipt: Pick<Receipt, 'totalPence' | 'vatPence'>,
  earlier: readonly Pick<CreditNote, 'totalPence' | 'vatPence' | 'voidedAt'>[],
  amount: Pence,
): Split {
  const counted = earlier.filter(({ voidedAt }) => voidedAt === null);
  const sum = (key: 'totalPence' | 'vatPence'): number => counted.reduce((all, note) => all + note[key], 0);
  const share = receipt.totalPence === 0 ? 0 : (sum('totalPence') + amount) / receipt.totalPence;
  const vat = pence(Math.max(0, Math.min(amount, Math.round(receipt.vatPence * share) - sum('vatPence'))));
  return { totalPence: amount, netPence: subtractPence(amount, vat), vatPence: vat };
}
