import { Controller, Get, Inject, Param, Post, Res } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { FastifyReply } from 'fastify';
import { DataSource } from 'typeorm';
import {
  type Arrived,
  type FieldError,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  type View,
  view,
} from '@app/http';
import { CLOCK, type Clock, DomainError } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';
import { type ErasureState, OrderErasure, orderRecordEnds } from '@app/personal-data';
import { PersonalExports } from './exports/personal-exports.js';
import { EraseOrderForm } from './your-data-forms.js';
import { sendJsonFile } from './json-file.js';
import { refusalWords } from './refusal-words.js';

/** What a customer may do with their data, under the secret address of their order. */
@Controller('orders/:token')
@RateLimit({ limit: 60, seconds: 60 })
export class OrderDataController {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly orders: OrdersService,
    private readonly exports: PersonalExports,
    private readonly erasure: OrderErasure,
  ) {}

  @Get('data')
  async page(@Param('token') token: string): Promise<View> {
    const order = await this.order(token);
    return view('site/your-data/order-data', dataOf(token, order, await this.erasure.state(order)));
  }

  @Post('data/export')
  @RateLimit({ limit: 20, seconds: 600 })
  async export(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const order = await this.order(token);
    // Noted first, so that the file tells of itself too.
    await this.orders.note(this.source.manager, order.id, 'data_exported', this.clock.now());
    await sendJsonFile(reply, `my-order-${order.reference}.json`, await this.exports.order(order));
  }

  @Get('data/erase')
  async ask(@Param('token') token: string): Promise<View | SeeOther> {
    const order = await this.order(token);
    return this.erasePage(token, order, await this.erasure.state(order));
  }

  @Post('data/erase')
  @RateLimit({ limit: 20, seconds: 600 })
  async erase(
    @Param('token') token: string,
    @Form(EraseOrderForm) { errors }: Arrived<EraseOrderForm>,
  ): Promise<View | SeeOther> {
    const order = await this.order(token);
    const erasure = await this.erasure.state(order);
    if (erasure.kind === 'possible' && errors)
      return this.erasePage(token, order, erasure, { errors, status: 422 });
    if (erasure.kind === 'refused') return this.erasePage(token, order, erasure, { status: 409 });
    await this.erasure.eraseAsAsked(order.id);
    return seeOther(`/orders/${token}/data`);
  }

  private erasePage(
    token: string,
    order: Order,
    erasure: ErasureState,
    { errors = [], status = 200 }: { errors?: readonly FieldError[]; status?: number } = {},
  ): View | SeeOther {
    const data = dataOf(token, order, erasure);
    switch (erasure.kind) {
      case 'erased':
        return seeOther(`${data.address}/data`);
      case 'refused':
        return view('site/your-data/erase-refused', data, { status });
      case 'possible':
        return view('site/your-data/erase-order', { ...data, errors }, { status });
    }
  }

  private async order(token: string): Promise<Order> {
    const order = await this.orders.byAccessToken(token);
    if (!order)
      throw new DomainError(
        'order_not_found',
        'There is no order at this address. Please open it again from your email.',
      );
    return order;
  }
}

const dataOf = (token: string, order: Order, erasure: ErasureState) => ({
  address: `/orders/${token}`,
  order,
  money_moved: order.paidAt !== null,
  kept_until: orderRecordEnds(order),
  refusal: erasure.kind === 'refused' ? refusalWords(erasure.why) : null,
});
