import { Controller, Get, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { DeliveryService } from '@app/delivery';
import { type SeeOther, seeOther, ValidForm, type View, view } from '@app/http';
import { Audit } from '@app/audit';
import { shortDayTime } from '@app/review';
import { ViewsLog } from '../access/views-log.js';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { SettleForm } from './settle.form.js';
import { done } from '../done-words.js';

const MEANINGS: Readonly<Record<string, string>> = {
  unknown: 'Look for the message id in the mail server’s log before you decide.',
  failed: 'It was not sent.',
  bounced: 'Check the address with the customer first.',
};

/** Emails whose outcome a person has to settle. They are never sent again by themselves. */
@Controller('deliveries')
@Needs('deliveries.read')
export class DeliveriesController {
  constructor(
    private readonly deliveries: DeliveryService,
    private readonly audit: Audit,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  async list(@CurrentStaff() staff: Caller, @Query('done') what: unknown): Promise<View> {
    const open = await this.deliveries.unsettled();
    await this.views.listed(
      staff,
      'emails',
      open.map(({ orderId }) => orderId),
    );
    return view('desk/deliveries', {
      rows: open.map((delivery) => ({
        id: delivery.id,
        kind: delivery.kind,
        state: delivery.state,
        meaning: MEANINGS[delivery.state] ?? '',
        order_id: delivery.orderId ?? '',
        message_id: delivery.messageId,
        response: delivery.smtpResponse ?? '',
        created: shortDayTime(delivery.createdAt),
      })),
      can_settle: staff.permissions.has('deliveries.settle'),
      done: done(what),
    });
  }

  /** The button says which: `was_sent` or `send_again`. */
  @Post(':id/settle')
  @Needs('deliveries.settle')
  async settle(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(SettleForm) { decision }: SettleForm,
  ): Promise<SeeOther> {
    await this.deliveries.settle(id, decision, staff.staffId);
    await this.audit.note({
      staffId: staff.staffId,
      action: 'delivery.settled',
      subject: { kind: 'delivery', id },
      after: { state: decision },
      ipAddress: staff.ipAddress,
    });
    return seeOther(`/deliveries?done=${decision === 'was_sent' ? 'settled' : 'resent'}`);
  }
}
