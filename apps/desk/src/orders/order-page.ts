import { Inject, Injectable } from '@nestjs/common';
import { Environment } from '@app/config';
import { type Delivery, DeliveryService, LETTER_NAMES, LETTERS } from '@app/delivery';
import { type View, view } from '@app/http';
import { CLOCK, type Clock, newId } from '@app/kernel';
import { Audit } from '@app/audit';
import { ReviewFolder } from '@app/desk-reading';
import { type Correction, CORRECTION_ABOUT, Corrections, type Order, OrderBlockers } from '@app/orders';
import { moneyWords, OrderMoney, RefundDecisions } from '@app/payments';
import { relativeWords, shortDayTime } from '@app/review';
import { StaffService } from '@app/staff';
import type { Caller } from '../access/signed-in-request.js';
import { ViewsLog } from '../access/views-log.js';
import { auditRows, foldedViews } from '../audit/audit-rows.js';
import { blockerRows } from './blocker-rows.js';
import { eventData } from './event-data.js';
import { eventWords } from '../event-words.js';
import { versionRows } from '../version-rows.js';
import { refundRows } from './refund-rows.js';

/** What a refused act left behind. */
export interface OrderPageExtra {
  readonly done?: string;
  readonly error?: string;
  readonly status?: number;
  /** Whose form stands open: a task led here. */
  readonly act?: string;
  /** A letter that was not sent, with what was typed in it. */
  readonly letter?: Readonly<Record<string, string | undefined>>;
}

/** Puts together the page of one order. Every look at it is written into the audit log. */
@Injectable()
export class OrderPage {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly deliveries: DeliveryService,
    private readonly blockers: OrderBlockers,
    private readonly refunds: RefundDecisions,
    private readonly money: OrderMoney,
    private readonly environment: Environment,
    private readonly audit: Audit,
    private readonly views: ViewsLog,
    private readonly staff: StaffService,
    private readonly corrections: Corrections,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async of(
    id: string,
    staff: Caller,
    { done = '', error = '', status, act = '', letter = {} }: OrderPageExtra = {},
  ): Promise<View> {
    const { order, events, versions } = await this.folder.order(id);
    await this.views.opened(staff, order.id);
    const when = (at: Date | null): string => (at ? shortDayTime(at) : '');
    const names = await this.staff.names();
    const rows = versionRows(versions, names);
    const emails = await this.deliveries.forOrder(order.id);
    const belongings = [
      ...versions.flatMap(({ reviewId }) => (reviewId ? [{ kind: 'review', id: reviewId }] : [])),
      ...emails.map(({ id: email }) => ({ kind: 'delivery', id: email })),
    ];
    const bound = blockerRows(await this.blockers.of(order.id), names);
    return view(
      'desk/order',
      {
        done,
        error,
        can_act: staff.permissions.has('orders.act'),
        blockers: bound.filter(({ ended }) => ended === null),
        act,
        // The answer to a correction stands with the correction.
        letters: LETTER_NAMES.filter((name) => name !== 'correction').map((name) => ({
          name,
          ...LETTERS[name],
        })),
        corrections: correctionRows(await this.corrections.of(order.id)),
        letter_open: letter['letter'] ?? (act === 'write' ? LETTER_NAMES[0] : ''),
        letter_typed: { words: '', about: '', done: '', ...letter },
        form_token: newId(),
        can: canDo(
          order,
          versions,
          emails,
          bound.some(({ kind, ended }) => kind === 'pause' && ended === null),
        ),
        has_blueprint: emails.some(({ kind }) => kind === 'blueprint'),
        refunds: refundRows(await this.refunds.of(order.id), names, staff.staffId),
        money: moneyWords(await this.money.of(order)).short,
        refund_limit: this.environment.REFUND_SECOND_PERSON_PENCE,
        earlier_blockers: bound.filter(({ ended }) => ended !== null),
        order: {
          id: order.id,
          reference: order.reference,
          state: order.state.replaceAll('_', ' '),
          name: order.customerName,
          email: order.customerEmail,
          occupation: order.occupationTitle,
          price: order.pricePence,
          start: order.startChoice === 'start_now' ? 'at once' : 'after the 14-day cancellation period',
          created: when(order.createdAt),
          paid_at: when(order.paidAt),
          confirmed: when(order.confirmationAcceptedAt),
          clock: when(order.clockStartedAt),
          target: when(order.targetAt),
          promise: when(order.promiseAt),
          original_promise: when(order.originalPromiseAt),
          wait_ends: when(order.waitEndsAt),
          late: when(order.lateAt),
          new_time: when(order.newTimeAt),
          promise_in:
            order.promiseAt && !order.deliveredAt && order.state === 'paid'
              ? relativeWords(order.promiseAt, this.clock.now())
              : '',
          delivered: when(order.deliveredAt),
          disputed: when(order.disputedAt),
        },
        events: events.map((event) => ({
          at: shortDayTime(event.at),
          words: eventWords(event.name),
          data: eventData(event.data),
        })),
        versions: versions.map((version, index) => ({
          ...version,
          ...rows[index],
          reason: version.reason ?? '',
          drafted: when(version.draftedAt),
          rendered: when(version.renderedAt),
          kilobytes: Math.ceil((version.bytes ?? 0) / 1024),
        })),
        deliveries: emails.map((delivery) => ({
          id: delivery.id,
          kind: delivery.kind,
          state: delivery.state,
          after: shortDayTime(delivery.sendAfter),
          accepted: when(delivery.acceptedAt),
          response: delivery.smtpResponse ?? '',
        })),
        audit: staff.permissions.has('audit.read')
          ? foldedViews(auditRows(await this.audit.aboutOrder(order.id, belongings), names))
          : [],
      },
      status ? { status } : {},
    );
  }
}

/** What the customer asked to have put right, newest first. */
const correctionRows = (corrections: readonly Correction[]): object[] =>
  corrections.map(({ about, words, askedAt, promiseAt, decision, answer, settledAt }) => ({
    about: CORRECTION_ABOUT[about],
    words: words ?? 'Erased.',
    asked: shortDayTime(askedAt),
    promise: promiseAt ? shortDayTime(promiseAt) : '',
    undecided: decision === null,
    state: settledAt
      ? `${decision === 'redraft' ? 'corrected version sent' : decision === 'answer' ? 'answered without a change' : 'withdrawn'}, ${shortDayTime(settledAt)}`
      : decision === 'redraft'
        ? 'being made again'
        : 'waits for you',
    answer: answer ?? '',
  }));

/** Which acts make sense now; the act itself says so too, in words. */
function canDo(
  order: Order,
  versions: readonly { readonly reviewState: string | null }[],
  emails: readonly Delivery[],
  paused: boolean,
): Record<'cancel' | 'refund' | 'confirm' | 'correct' | 'pause' | 'resume' | 'recall', boolean> {
  const open = order.state === 'paid' && !order.deliveredAt;
  const out = emails.some(
    ({ kind, state }) => kind === 'blueprint' && state !== 'queued' && state !== 'cancelled',
  );
  return {
    cancel: open || order.state === 'awaiting_payment',
    refund: (order.paidPence ?? 0) > order.refundedPence,
    confirm: open && order.confirmationAcceptedAt === null,
    correct: order.paidAt !== null && order.erasedAt === null,
    pause: open && order.promiseAt !== null && !paused,
    resume: paused,
    recall: open && !out && versions.some(({ reviewState }) => reviewState === 'approved'),
  };
}
