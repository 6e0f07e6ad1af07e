import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { type OrderActor, OrderBlockers } from '@app/orders';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { EndBlockerForm } from './act.forms.js';
import { OrderPage } from './order-page.js';

/** What staff do to an order, from its page or from the task that asks for it. Each is an act, audited in its transaction. */
@Controller('orders/:id')
@Needs('orders.act')
export class OrderActsController {
  constructor(
    private readonly page: OrderPage,
    private readonly blockers: OrderBlockers,
  ) {}

  @Post('blockers/end')
  endBlocker(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(EndBlockerForm) { kind, reason }: EndBlockerForm,
  ): Promise<View | SeeOther> {
    return this.attempt(id, staff, 'unblocked', () =>
      this.blockers.end(id, { kind, reason }, actorOf(staff, reason)),
    );
  }

  /** A refusal is part of working together: the page is shown as it is now, with the reason on top. */
  private async attempt(
    id: string,
    staff: Caller,
    done: string,
    act: () => Promise<unknown>,
  ): Promise<View | SeeOther> {
    try {
      await act();
      return seeOther(`/orders/${id}?done=${done}`);
    } catch (error) {
      if (!(error instanceof DomainError) || statusOf(error.code) >= 500 || error.code === 'order_not_found')
        throw error;
      return await this.page.of(id, staff, { error: error.message, status: statusOf(error.code) });
    }
  }
}

const actorOf = ({ staffId, ipAddress }: Caller, reason: string): OrderActor => ({
  kind: 'staff',
  staffId,
  ipAddress,
  ...(reason.trim() && { reason: reason.trim() }),
});
