import { type Seller, VAT_RATE, vatWords } from '@app/config';
import { formatDay, formatPence, pence, type Pence, subtractPence } from '@app/kernel';
import type { Order } from '@app/orders';
import { PRODUCT_NAME } from '../checkout-parameters.js';
import type { Receipt } from '../receipt.entity.js';
import type { CreditNote } from './credit-note.entity.js';
import type { PaperContent, PaperLine } from './draw-paper.js';

type Buyer = Pick<Order, 'customerName' | 'reference' | 'pricePence' | 'paidAt'>;

/** Where papers come from. */
export interface PaperMaker {
  readonly brand: string;
  readonly siteUrl: string;
  /** For the oldest receipts, which do not name theirs. */
  readonly seller: Seller;
}

/** What a receipt says. */
export function receiptContent(receipt: Receipt, order: Buyer, maker: PaperMaker): PaperContent {
  const { number, issuedAt, totalPence, netPence, vatPence, vatNumber, seller } = receipt;
  const { head, line } = amounts(vatNumber);
  const off = Math.max(0, order.pricePence - totalPence);
  return {
    ...maker,
    kind: 'Receipt',
    number,
    lede: `${formatPence(totalPence)}, received with thanks.`,
    issuedAt,
    seller: seller ?? maker.seller,
    vatNumber,
    customerName: order.customerName,
    orderReference: order.reference,
    facts: [
      ['Order', order.reference],
      ['Paid on', formatDay(order.paidAt ?? issuedAt)],
      ['Date of this receipt', formatDay(issuedAt)],
    ],
    head,
    lines: [line(`${PRODUCT_NAME}, 1 copy`, netPence, vatPence, totalPence)],
    total: line('Total paid', netPence, vatPence, totalPence),
    notes: [
      ...(off > 0
        ? [
            `A promotion code took ${formatPence(pence(off))} off the price of ${formatPence(order.pricePence)}.`,
          ]
        : []),
      vatWords(vatNumber).sentence,
      'Paid by card or bank through Stripe.',
    ],
  };
}

/** What a credit note says; of a void one, that too. */
export function creditNoteContent(
  note: CreditNote,
  receipt: Receipt,
  order: Buyer,
  maker: PaperMaker,
): PaperContent {
  const { number, issuedAt, totalPence, netPence, vatPence, vatNumber, seller, voidedAt, receiptNumber } =
    note;
  const { head, line } = amounts(vatNumber);
  const inFull = totalPence === receipt.totalPence;
  return {
    ...maker,
    kind: 'Credit note',
    number,
    lede: `${formatPence(totalPence)} of receipt ${receiptNumber}, ${inFull ? 'all of it, ' : ''}given back.`,
    issuedAt,
    seller,
    vatNumber,
    customerName: order.customerName,
    orderReference: order.reference,
    facts: [
      ['Order', order.reference],
      ['Credits receipt', `${receiptNumber} of ${formatDay(receipt.issuedAt)}`],
      ['Date of this credit note', formatDay(issuedAt)],
    ],
    head,
    lines: [
      line(
        `${PRODUCT_NAME}: ${inFull ? 'the whole price' : 'a part of the price'}`,
        netPence,
        vatPence,
        totalPence,
      ),
    ],
    total: line('Total credited', netPence, vatPence, totalPence),
    notes: [
      ...(voidedAt
        ? [
            `**Void since ${formatDay(voidedAt)}.** The payment did not reach the customer, so this credit note counts no more.`,
          ]
        : []),
      ...(inFull
        ? []
        : [
            `${formatPence(subtractPence(receipt.totalPence, totalPence))} of the receipt is not in this credit note.`,
          ]),
      vatNumber === null
        ? 'The seller was not registered for VAT, so none is in this amount.'
        : `The VAT of ${formatPence(vatPence)} was charged at ${VAT_RATE}% on the receipt.`,
      note.refundId.startsWith('re_')
        ? 'Paid back through Stripe, by the way it was paid.'
        : 'Paid back by the way that was agreed.',
    ],
  };
}

/** Without VAT one column of amounts says all. */
function amounts(vatNumber: string | null): {
  head: PaperLine;
  line: (item: string, net: Pence, vat: Pence, total: Pence) => PaperLine;
} {
  return vatNumber === null
    ? { head: ['Item', 'Amount'], line: (item, _net, _vat, total) => [item, formatPence(total)] }
    : {
        head: ['Item', 'Without VAT', `VAT at ${VAT_RATE}%`, 'With VAT'],
        line: (item, ...sums) => [item, ...sums.map((sum) => formatPence(sum))],
      };
}
