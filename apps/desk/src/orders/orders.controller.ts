import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { DeliveryService } from '@app/delivery';
import { type View, view } from '@app/http';
import { CLOCK, type Clock } from '@app/kernel';
import { Audit } from '@app/audit';
import { ReviewFolder } from '@app/desk-reading';
import { relativeWords, shortDayTime } from '@app/review';
import { StaffService } from '@app/staff';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { auditRows } from '../audit/audit-rows.js';
import { eventData } from './event-data.js';
import { eventWords } from '../event-words.js';
import { requestText } from '../request-text.js';

/** Looking up orders. Every look at a person's data is written into the audit log. */
@Controller('orders')
@Needs('orders.read')
export class OrdersController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly deliveries: DeliveryService,
    private readonly audit: Audit,
    private readonly staff: StaffService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  async find(@CurrentStaff() staff: Caller, @Query('search') search: unknown): Promise<View> {
    const term = requestText(search, 254);
    const hits = term ? await this.folder.find(term) : [];
    if (hits.length > 0) {
      const after = { orders: hits.map(({ id }) => id) };
      await this.audit.note({
        staffId: staff.staffId,
        action: 'orders.searched',
        subject: { kind: 'orders', id: 'search' },
        after,
        ipAddress: staff.ipAddress,
      });
    }
    return view('desk/orders', {
      search: term,
      hits: hits.map((hit) => ({
        ...hit,
        created: shortDayTime(hit.createdAt),
        promise: hit.promiseAt ? shortDayTime(hit.promiseAt) : '',
        delivered: hit.deliveredAt ? shortDayTime(hit.deliveredAt) : '',
      })),
    });
  }

  @Get(':id')
  async show(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View> {
    const { order, events, versions } = await this.folder.order(id);
    await this.audit.note({
      staffId: staff.staffId,
      action: 'order.viewed',
      subject: { kind: 'order', id: order.id },
      ipAddress: staff.ipAddress,
    });
    const when = (at: Date | null): string => (at ? shortDayTime(at) : '');
    return view('desk/order', {
      order: {
        id: order.id,
        reference: order.reference,
        state: order.state.replaceAll('_', ' '),
        name: order.customerName,
        email: order.customerEmail,
        occupation: order.occupationTitle,
        price: order.pricePence,
        paid: order.paidPence,
        refunded: order.refundedPence,
        start: order.startChoice === 'start_now' ? 'at once' : 'after the 14-day cancellation period',
        created: when(order.createdAt),
        paid_at: when(order.paidAt),
        confirmed: when(order.confirmationAcceptedAt),
        clock: when(order.clockStartedAt),
        target: when(order.targetAt),
        promise: when(order.promiseAt),
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
      versions: versions.map((version) => ({
        ...version,
        reason: version.reason ?? '',
        drafted: when(version.draftedAt),
        rendered: when(version.renderedAt),
        kilobytes: Math.ceil((version.bytes ?? 0) / 1024),
      })),
      deliveries: (await this.deliveries.forOrder(order.id)).map((delivery) => ({
        kind: delivery.kind,
        state: delivery.state,
        after: shortDayTime(delivery.sendAfter),
        accepted: when(delivery.acceptedAt),
        response: delivery.smtpResponse ?? '',
      })),
      audit: staff.permissions.has('audit.read')
        ? auditRows(await this.audit.about('order', order.id), await this.staff.names())
        : [],
    });
  }
}
