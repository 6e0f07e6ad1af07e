import { Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { sellerOf, vatWords, Environment } from '@app/config';
import { type Requested, RequestedEmails } from '@app/delivery';
import { RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { CreditNotes, type Paper, Papers, ReceiptsService } from '@app/payments';
import { CustomerOrders } from './customer-orders.js';

const NOT_PAID = 'There is no receipt yet: this order has not been paid.';

/** The receipt and the credit notes of an order, to read, to keep and to have emailed again. */
@Controller('orders/:token')
@RateLimit({ limit: 60, seconds: 60 })
export class PapersController {
  constructor(
    private readonly orders: CustomerOrders,
    private readonly receipts: ReceiptsService,
    private readonly notes: CreditNotes,
    private readonly papers: Papers,
    private readonly emails: RequestedEmails,
    private readonly environment: Environment,
  ) {}

  @Get('receipt')
  async page(@Param('token') token: string, @Query('asked') asked: unknown): Promise<View> {
    const order = await this.orders.behind(token);
    const receipt = await this.receipts.forOrder(order.id);
    if (!receipt) throw new DomainError('not_found', NOT_PAID);
    return view('site/order/receipt', {
      address: `/orders/${token}`,
      order,
      receipt,
      seller: receipt.seller ?? sellerOf(this.environment),
      vat: vatWords(receipt.vatNumber),
      notes: await this.notes.forOrder(order.id),
      asked: asked === 'sent' || asked === 'enough' ? asked : '',
    });
  }

  @Get('receipt.pdf')
  async receipt(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    await send(reply, await this.papers.receipt(await this.orders.behind(token)), NOT_PAID);
  }

  @Get('credit-notes/:file')
  async creditNote(
    @Param('token') token: string,
    @Param('file') file: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const order = await this.orders.behind(token);
    const [paper = null] = await this.papers.creditNotes(order, ({ number }) => file === `${number}.pdf`);
    await send(reply, paper, 'There is no such credit note of this order.');
  }

  /** By email to the address of the order, and to no other. */
  @Post('receipt/send')
  @RateLimit({ limit: 10, seconds: 600 })
  async sendReceipt(@Param('token') token: string): Promise<SeeOther> {
    const order = await this.orders.behind(token);
    return seeOther(`/orders/${token}/receipt?asked=${word(await this.emails.receipt(order.id))}`);
  }

  @Post('blueprint/send')
  @RateLimit({ limit: 10, seconds: 600 })
  async sendBlueprint(@Param('token') token: string): Promise<SeeOther> {
    const order = await this.orders.behind(token);
    return seeOther(`/orders/${token}?asked=${word(await this.emails.blueprint(order.id))}`);
  }
}

const word = (requested: Requested): string => requested.replace('_', '-');

async function send(reply: FastifyReply, paper: Paper | null, orElse: string): Promise<void> {
  if (!paper) throw new DomainError('not_found', orElse);
  await reply
    .header('content-type', 'application/pdf')
    .header('content-disposition', `attachment; filename="${paper.filename}"`)
    .header('cache-control', 'no-store')
    .send(paper.pdf);
}
