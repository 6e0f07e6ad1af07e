import { Controller, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { OrderLinks, Recalls, SentAgain } from '@app/delivery';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError, pence } from '@app/kernel';
import { Corrections, OrderBlockers, OrdersService } from '@app/orders';
import { RefundDecisions } from '@app/payments';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import {
  CorrectAddressForm,
  EndBlockerForm,
  PauseForm,
  ReasonForm,
  RedraftForm,
  RefundForm,
  SettleRefundForm,
} from './act.forms.js';
import { actorOf } from './actor-of.js';
import { OrderPage } from './order-page.js';

type Answer = Promise<View | SeeOther>;

/** What staff do to an order, from its page or from the task that asks for it. Each is an act, audited in its transaction. */
@Controller('orders/:id')
@Needs('orders.act')
export class OrderActsController {
  constructor(
    private readonly page: OrderPage,
    private readonly orders: OrdersService,
    private readonly blockers: OrderBlockers,
    private readonly refunds: RefundDecisions,
    private readonly sentAgain: SentAgain,
    private readonly recalls: Recalls,
    private readonly corrections: Corrections,
    private readonly links: OrderLinks,
  ) {}

  @Post('blockers/end')
  endBlocker(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(EndBlockerForm) { kind, reason }: EndBlockerForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.blockers.end(id, { kind, reason }, actorOf(staff, reason));
      return 'unblocked';
    });
  }

  @Post('cancel')
  cancel(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      if (reason.trim() === '') throw new DomainError('reason_missing', 'Say why the order is cancelled.');
      await this.orders.cancel(id, 'by staff', actorOf(staff, reason));
      return 'cancelled';
    });
  }

  /** Somebody saw the address of the customer's page who should not. */
  @Post('renew-link')
  renewLink(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      if (reason.trim() === '') throw new DomainError('reason_missing', 'Say why the page is moved.');
      await this.links.renew(id, actorOf(staff, reason));
      return 'link_renewed';
    });
  }

  @Post('confirmed')
  confirmedOtherwise(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.orders.confirmedOtherwise(id, reason, actorOf(staff, reason));
      return 'confirmed_otherwise';
    });
  }

  /** Above the limit it waits for a second person. */
  @Post('refund')
  refund(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(RefundForm) { amount, reason }: RefundForm,
  ): Answer {
    return this.attempt(id, staff, () =>
      this.refunds.decide(id, { amount: pence(penceIn(amount)), reason }, actorOf(staff, reason)),
    );
  }

  /** It could not go back the way it came, and staff have paid it another way. Above the limit it waits for a second person. */
  @Post('paid-otherwise')
  paidOtherwise(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(RefundForm) { amount, reason }: RefundForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      const input = { amount: pence(penceIn(amount)), reason };
      const noted = await this.refunds.payOtherwise(id, input, actorOf(staff, reason));
      return noted === 'asked' ? 'otherwise_asked' : noted;
    });
  }

  @Post('refunds/:decision')
  settleRefund(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('decision', ParseUUIDPipe) decision: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(SettleRefundForm) { answer }: SettleRefundForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.refunds.settle(decision, answer, actorOf(staff, ''));
      return answer === 'confirm' ? 'decided' : 'declined';
    });
  }

  @Post('address')
  correctAddress(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(CorrectAddressForm) { email, kind, reason }: CorrectAddressForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.sentAgain.correctAddress(id, { email, kind }, actorOf(staff, reason));
      return 'corrected';
    });
  }

  @Post('emails/:delivery/again')
  again(
    @Param('id', ParseUUIDPipe) id: string,
    @Param('delivery', ParseUUIDPipe) delivery: string,
    @CurrentStaff() staff: Caller,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.sentAgain.send(delivery, actorOf(staff, ''));
      return 'again';
    });
  }

  @Post('pause')
  pause(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(PauseForm) { reason, message }: PauseForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.orders.pause(id, { reason, message }, actorOf(staff, reason));
      return 'paused';
    });
  }

  @Post('resume')
  resume(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.orders.resume(id, actorOf(staff, reason));
      return 'resumed_order';
    });
  }

  @Post('recall')
  recall(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      if (reason.trim() === '') throw new DomainError('reason_missing', 'Say why it is called back.');
      await this.recalls.recall(id, actorOf(staff, reason));
      return 'recalled';
    });
  }

  /** The customer's correction is taken up: the next version comes into the queue by itself. */
  @Post('correction/redraft')
  redraft(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(RedraftForm) { name, answer, reason }: RedraftForm,
  ): Answer {
    return this.attempt(id, staff, async () => {
      await this.corrections.redraft(id, { name, answer }, actorOf(staff, reason));
      return 'redrafted';
    });
  }

  /** A refusal is part of working together: the page is shown as it is now, with the reason on top. */
  private async attempt(id: string, staff: Caller, act: () => Promise<string>): Answer {
    try {
      return seeOther(`/orders/${id}?done=${await act()}`);
    } catch (error) {
      if (!(error instanceof DomainError) || statusOf(error.code) >= 500 || /not_found$/.test(error.code))
        throw error;
      return await this.page.of(id, staff, { error: error.message, status: statusOf(error.code) });
    }
  }
}

/** `£10.50` → 1050; the form has checked how it is written. */
const penceIn = (pounds: string): number => Math.round(Number(pounds.replace('£', '')) * 100);
