import { Injectable } from '@nestjs/common';
import type { Attachment } from '@app/mail';
import type { Order } from '@app/orders';
import { type CreditNote, CreditNotes, type Paper, Papers } from '@app/payments';
import type { Delivery } from './delivery.entity.js';

/** The receipt and the credit notes that go with an email about an order. */
@Injectable()
export class AttachedPapers {
  constructor(
    private readonly papers: Papers,
    private readonly notes: CreditNotes,
  ) {}

  async of({ kind, data, subjectKey }: Delivery, order: Order): Promise<Attachment[]> {
    if (kind === 'confirmation') return [await this.papers.receipt(order)].flatMap(attachment);
    switch (data['notice']) {
      case 'receipt':
        return [await this.papers.receipt(order), ...(await this.papers.creditNotes(order))].flatMap(
          attachment,
        );
      case 'refunded': {
        const told = new Set(
          notesTold(await this.notes.forOrder(order.id), subjectKey, data).map(({ number }) => number),
        );
        return (await this.papers.creditNotes(order, ({ number }) => told.has(number))).flatMap(attachment);
      }
      default:
        return [];
    }
  }
}

/**
 * The credit notes that an email about money given back tells of: that of its refund when its reason names one; else those that take the sum
 * given back from before this email to its total.
 */
export function notesTold(
  notes: readonly CreditNote[],
  reason: string,
  { amountPence, totalPence }: Readonly<Record<string, unknown>>,
): CreditNote[] {
  const named = notes.filter(({ refundId }) => reason === `refunded:${refundId}`);
  if (named.length > 0) return named;
  const total = Number(totalPence);
  let sum = 0;
  return notes.filter(({ voidedAt, totalPence: credited }) => {
    if (voidedAt !== null) return false;
    sum += credited;
    return sum > total - Number(amountPence) && sum <= total;
  });
}

const attachment = (paper: Paper | null): Attachment[] =>
  paper === null ? [] : [{ filename: paper.filename, contentType: 'application/pdf', content: paper.pdf }];
