import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { Length } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OrderLinks } from '@app/delivery';
import {
  type Arrived,
  Form,
  RateLimit,
  type SeeOther,
  seeOther,
  validateForm,
  type View,
  view,
} from '@app/http';
import { customerEmailProblem } from '@app/orders';
import { inAnswerTime } from '../answer-time.js';
import { CheckedBy } from '../checked-by.js';
import { TypedForms } from '../forms/typed-forms.js';

export class FindOrderForm {
  @CheckedBy(customerEmailProblem)
  email: string;

  @Length(1, 40, { message: 'Enter the reference of your order or the number of your receipt.' })
  number: string;
}

const KEPT = { cookie: 'typed-find', fields: ['email', 'number'] } as const;

/** The way back to an order for somebody who has lost its address. The answer, and its time, are the same whether there is such an order or not. */
@Controller('find-order')
export class FindOrderController {
  constructor(
    private readonly links: OrderLinks,
    private readonly typed: TypedForms,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @Query('asked') asked: unknown,
    @Query('again') again: unknown,
  ): Promise<View> {
    const sent = again === undefined ? {} : this.typed.of(request, KEPT);
    // A form that was never sent asks for nothing.
    const errors =
      'email' in sent || 'number' in sent ? (await validateForm(FindOrderForm, sent)).errors : [];
    return view('site/recovery/find-order', {
      asked: asked === '1',
      errors: errors ?? [],
      values: { email: '', number: '', ...sent },
    });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600, account: 'email' })
  async find(
    @Res({ passthrough: true }) reply: FastifyReply,
    @Form(FindOrderForm) { value, errors, typed }: Arrived<FindOrderForm>,
  ): Promise<SeeOther> {
    if (errors) {
      this.typed.keep(reply, KEPT, typed);
      return seeOther('/find-order?again=1');
    }
    this.typed.forget(reply, KEPT);
    await inAnswerTime(this.links.send(value.email, value.number));
    return seeOther('/find-order?asked=1');
  }
}
