import { Controller, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { DisputePacks, StaffLetters } from '@app/delivery';
import {
  type Arrived,
  Form,
  PageRenderer,
  type SeeOther,
  seeOther,
  statusOf,
  ValidForm,
  type View,
} from '@app/http';
import { DomainError } from '@app/kernel';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { actorOf } from './actor-of.js';
import { LetterForm, ReasonForm } from './act.forms.js';
import { OrderPage, type OrderPageExtra } from './order-page.js';

/** What staff write and hand out about an order: letters to its customer, evidence for a bank. Each is an act, audited in its transaction. */
@Controller('orders/:id')
@Needs('orders.act')
export class PaperActsController {
  constructor(
    private readonly page: OrderPage,
    private readonly letters: StaffLetters,
    private readonly packs: DisputePacks,
    private readonly pages: PageRenderer,
  ) {}

  @Post('letter')
  async write(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @Form(LetterForm) { value, errors, typed }: Arrived<LetterForm>,
  ): Promise<View | SeeOther> {
    try {
      if (errors) throw new DomainError('form_invalid', errors.map(({ message }) => message).join(' '));
      const { letter, form_token: formToken, reason, ...words } = value;
      await this.letters.write(id, { letter, words: { ...words }, formToken }, actorOf(staff, reason));
      return seeOther(`/orders/${id}?done=written`);
    } catch (error) {
      return await this.refused(error, id, staff, { act: 'write', letter: { ...typed } });
    }
  }

  /** The file comes as the answer to a form, since making it is an act. */
  @Post('dispute/pack')
  async pack(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    try {
      const { filename, pdf } = await this.packs.make(id, actorOf(staff, ''));
      await reply
        .status(200)
        .header('content-type', 'application/pdf')
        .header('content-disposition', `attachment; filename="${filename}"`)
        .header('cache-control', 'no-store')
        .send(pdf);
    } catch (error) {
      const { template, data, status } = await this.refused(error, id, staff, { act: 'close_with_pack' });
      await reply
        .status(status ?? 409)
        .header('content-type', 'text/html; charset=utf-8')
        .send(await this.pages.render(template, data, reply));
    }
  }

  @Post('dispute/answered')
  async answered(
    @Param('id', ParseUUIDPipe) id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReasonForm) { reason }: ReasonForm,
  ): Promise<View | SeeOther> {
    try {
      await this.packs.answered(id, reason, actorOf(staff, reason));
      return seeOther(`/orders/${id}?done=answered`);
    } catch (error) {
      return await this.refused(error, id, staff, { act: 'close_with_pack' });
    }
  }

  /** A refusal is part of working together: the page as it is now, with the reason on top. */
  private async refused(error: unknown, id: string, staff: Caller, extra: OrderPageExtra): Promise<View> {
    if (!(error instanceof DomainError) || statusOf(error.code) >= 500 || /not_found$/.test(error.code))
      throw error;
    return await this.page.of(id, staff, { error: error.message, status: statusOf(error.code), ...extra });
  }
}
