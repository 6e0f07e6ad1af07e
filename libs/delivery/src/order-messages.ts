import { Injectable } from '@nestjs/common';
import { Environment, vatWords } from '@app/config';
import { DomainError, formatPence, pence, promiseFor, unlessExhausted } from '@app/kernel';
import { EmailRenderer, type RenderedEmail } from '@app/mail';
import { Corrections, lateRemedy, type Order, OrderBlockers, OrdersService } from '@app/orders';
import { moneyWords, OrderMoney, type Receipt, ReceiptsService } from '@app/payments';
import type { Delivery } from './delivery.entity.js';

/** What an order's emails say about the contract and the money. Made anew for each attempt from what is stored. */
@Injectable()
export class OrderMessages {
  constructor(
    private readonly emails: EmailRenderer,
    private readonly environment: Environment,
    private readonly orders: OrdersService,
    private readonly receipts: ReceiptsService,
    private readonly money: OrderMoney,
    private readonly corrections: Corrections,
    private readonly blockers: OrderBlockers,
  ) {}

  /**
   * The contract in full, with the terms, the consents and the receipt: the customer's copy on a durable medium (regulation 16 of the Consumer
   * Contracts Regulations 2013).
   * @param writtenAt the moment of this attempt; the email names the promise as of then.
   */
  async confirmation(order: Order, writtenAt: Date): Promise<RenderedEmail> {
    const receipt = await this.receipts.forOrder(order.id);
    const { waitEndsAt } = order;
    const promise = unlessExhausted(() =>
      promiseFor(waitEndsAt && waitEndsAt > writtenAt ? waitEndsAt : writtenAt),
    );
    return await this.emails.render('confirmation', {
      ...this.common(order),
      price_words: formatPence(pence(order.paidPence ?? order.pricePence)),
      price: this.environment.PRICE_PENCE,
      paid_at: order.paidAt,
      start_now: order.startChoice === 'start_now',
      work_starts_at: waitEndsAt,
      promise_at: promise?.promiseAt ?? null,
      consents: await this.orders.consents(order),
      receipt,
      receipt_vat: vatWords(receipt?.vatNumber),
    });
  }

  /** Null when it is not to be sent any more. @throws DomainError `notice_unknown` for a notice that has no email. */
  async notice(order: Order, { data }: Delivery): Promise<RenderedEmail | null> {
    const receipt = await this.receipts.forOrder(order.id);
    const money = await this.money.of(order);
    const where = { money: moneyWords(money).sentence, owed: money.stage === 'owed_back' };
    switch (data['notice']) {
      case 'cancelled':
        return await this.emails.render('cancelled', {
          ...this.common(order),
          ...where,
          cancelled_at: order.cancelledAt,
        });
      case 'receipt':
        return await this.emails.render('receipt', { ...this.common(order), receipt });
      case 'order-link':
        return await this.emails.render('order-link', this.common(order));
      case 'address-changed':
        return await this.emails.render('address-changed', {
          ...this.common(order),
          to_old: data['toOld'] === true,
        });
      case 'letter':
        return await this.emails.render(`staff-letters/${String(data['letter'])}`, {
          ...this.common(order),
          fields: data['fields'],
        });
      case 'paused':
        return await this.emails.render('paused', {
          ...this.common(order),
          message: String(data['message']),
          promise_at: order.promiseAt,
          new_time_at: order.newTimeAt,
        });
      case 'resumed':
        return await this.emails.render('resumed', {
          ...this.common(order),
          promise_at: order.newTimeAt ?? order.promiseAt,
          original_promise_at: order.originalPromiseAt,
          moved: !order.newTimeAt && order.originalPromiseAt?.getTime() !== order.promiseAt?.getTime(),
        });
      case 'started':
      case 'at_risk':
      case 'late':
        return await this.delayNotice(order, data);
      case 'correction-asked':
      case 'correction-at-risk':
      case 'correction-late':
        return await this.correctionNotice(order, data);
      case 'recheck':
        return order.erasedAt
          ? null
          : await this.emails.render('recheck', {
              ...this.common(order),
              recheck_url: `${this.orders.statusUrl(order)}/recheck`,
              delivered_at: order.deliveredAt,
            });
      case 'refunded':
      case 'refund-failed':
        return await this.emails.render(data['notice'], {
          ...this.common(order),
          ...refundWords(
            order,
            pence(Number(data['amountPence'])),
            pence(Number(data['totalPence'])),
            receipt,
          ),
          ...where,
          otherwise: data['otherwise'] === true,
          receipt,
        });
      default:
        throw new DomainError('notice_unknown', 'There is no such notice.');
    }
  }

  /** Null once it is settled, or erased: the email that settled it says more. */
  private async correctionNotice(order: Order, data: Delivery['data']): Promise<RenderedEmail | null> {
    const correction = await this.corrections.byId(String(data['correctionId']));
    if (!correction || correction.settledAt) return null;
    const about = { ...this.common(order), promise_at: correction.promiseAt };
    if (data['notice'] === 'correction-asked')
      return await this.emails.render('correction-asked', { ...about, words: correction.words });
    // Once it is late the email about that says more.
    if (data['notice'] === 'correction-at-risk')
      return correction.lateAt ? null : await this.emails.render('correction-at-risk', about);
    return await this.emails.render('correction-late', {
      ...about,
      missed_time_at: data['missedTimeAt'],
      new_time_at: data['newTimeAt'] ?? null,
    });
  }

  /** How an order's time stands: work has begun, the time is near, or it was missed. None is named while nothing can be sent. */
  private async delayNotice(order: Order, data: Delivery['data']): Promise<RenderedEmail | null> {
    if (order.state !== 'paid' || !order.promiseAt) return null;
    const silenced = await this.blockers.silenced(order.id);
    if (silenced && data['notice'] !== 'late') return null;
    const about = { ...this.common(order), promise_at: order.promiseAt };
    if (data['notice'] === 'started')
      return await this.emails.render('started', { ...about, waited: order.waitEndsAt !== null });
    if (data['notice'] === 'at_risk')
      return order.deliveredAt
        ? null
        : await this.emails.render('at-risk', {
            ...about,
            remedy: formatPence(lateRemedy(order, this.environment.LATE_REFUND_PERCENT)),
          });
    const remedy = pence(Number(data['remedyPence']));
    return await this.emails.render('late', {
      ...about,
      delivered_at: order.deliveredAt,
      new_time_at: silenced ? null : (data['newTimeAt'] ?? null),
      missed_time_at: data['missedTimeAt'] ?? null,
      remedy: remedy > 0 ? formatPence(remedy) : null,
    });
  }

  /** What every email about an order may name. */
  common(order: Order): Record<string, unknown> {
    return {
      name: order.customerName,
      reference: order.reference,
      occupation: order.occupationTitle,
      status_url: this.orders.statusUrl(order),
    };
  }
}

/** A refund in words; the VAT in it is the receipt's VAT in proportion, to the penny. */
function refundWords(
  order: Order,
  amount: ReturnType<typeof pence>,
  total: ReturnType<typeof pence>,
  receipt: Receipt | null,
): Record<string, unknown> {
  const vat =
    receipt?.vatNumber && receipt.totalPence > 0
      ? pence(Math.round((amount * receipt.vatPence) / receipt.totalPence))
      : null;
  return {
    amount: formatPence(amount),
    total: formatPence(total),
    paid: formatPence(order.paidPence ?? pence(0)),
    in_full: order.paidPence !== null && total >= order.paidPence,
    earlier: total > amount,
    cancelled: order.state === 'cancelled',
    delivered: order.deliveredAt !== null,
    new_time_at: order.newTimeAt,
    late: order.lateAt !== null,
    refund_vat: vat === null ? null : formatPence(vat),
  };
}
