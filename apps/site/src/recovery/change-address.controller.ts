import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SentAgain } from '@app/delivery';
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
import { DomainError } from '@app/kernel';
import { customerEmailProblem, emailSuggestion } from '@app/orders';
import { CheckedBy } from '../checked-by.js';
import { TypedForms } from '../forms/typed-forms.js';
import { CustomerOrders } from '../order/customer-orders.js';

export class ChangeAddressForm {
  @CheckedBy(customerEmailProblem)
  email: string;

  /** The address that a second look was asked for already: sent once more as it is, it goes through. */
  @IsOptional()
  @IsString()
  @MaxLength(254)
  looked_at?: string;
}

const KEPT = { cookie: 'typed-address', fields: ['email'] } as const;

/** Correcting the email address of an order before its blueprint is delivered, from its own page. */
@Controller('orders/:token/address')
@RateLimit({ limit: 60, seconds: 60 })
export class ChangeAddressController {
  constructor(
    private readonly orders: CustomerOrders,
    private readonly emails: SentAgain,
    private readonly typed: TypedForms,
  ) {}

  @Get()
  async page(
    @Req() request: FastifyRequest,
    @Param('token') token: string,
    @Query('changed') changed: unknown,
    @Query('again') again: unknown,
  ): Promise<View> {
    const order = await this.orders.behind(token);
    const about = { address: `/orders/${token}`, order, changed: changed === '1', meant: '', errors: [] };
    const sent = again === undefined ? undefined : this.typed.of(request, KEPT).email;
    // A form that was never sent asks for nothing.
    if (sent === undefined) return view('site/recovery/address', { ...about, value: '' });
    const { errors } = await validateForm(ChangeAddressForm, { email: sent });
    const meant = emailSuggestion(sent) ?? '';
    if (errors) return view('site/recovery/address', { ...about, errors, value: sent });
    // As on the order form: the other address is taken by a link, and the same again goes through.
    return again === 'meant' && meant !== ''
      ? view('site/recovery/address', { ...about, value: meant })
      : view('site/recovery/address', { ...about, value: sent, meant });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600 })
  async change(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Form(ChangeAddressForm) { value, errors, typed }: Arrived<ChangeAddressForm>,
  ): Promise<View | SeeOther> {
    const order = await this.orders.behind(token);
    const asks = !errors && value.looked_at !== value.email && emailSuggestion(value.email) !== undefined;
    if (errors || asks) {
      this.typed.keep(reply, KEPT, { email: typed.email ?? '' });
      return seeOther(`/orders/${token}/address?again=1`);
    }
    this.typed.forget(reply, KEPT);
    try {
      await this.emails.changeAddress(order.id, value.email);
      return seeOther(`/orders/${token}/address?changed=1`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const about = { address: `/orders/${token}`, order, changed: false, meant: '', value: value.email };
      const errors = [{ field: 'email', message: error.message }];
      return view('site/recovery/address', { ...about, errors }, { status: 409 });
    }
  }
}
