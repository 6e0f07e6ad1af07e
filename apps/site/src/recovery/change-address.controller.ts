import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { SentAgain } from '@app/delivery';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { customerEmailProblem, emailSuggestion } from '@app/orders';
import { CheckedBy } from '../checked-by.js';
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

/** Correcting the email address of an order before its blueprint is delivered, from its own page. */
@Controller('orders/:token/address')
@RateLimit({ limit: 60, seconds: 60 })
export class ChangeAddressController {
  constructor(
    private readonly orders: CustomerOrders,
    private readonly emails: SentAgain,
  ) {}

  @Get()
  async page(@Param('token') token: string, @Query('changed') changed: unknown): Promise<View> {
    const order = await this.orders.behind(token);
    return view('site/recovery/address', {
      address: `/orders/${token}`,
      order,
      changed: changed === '1',
      errors: [],
      value: '',
      looked: '',
    });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600 })
  async change(
    @Param('token') token: string,
    @Form(ChangeAddressForm) { value, errors, typed }: Arrived<ChangeAddressForm>,
  ): Promise<View | SeeOther> {
    const order = await this.orders.behind(token);
    const again = (problems: object, status: number, looked = ''): View =>
      view(
        'site/recovery/address',
        {
          address: `/orders/${token}`,
          order,
          changed: false,
          errors: problems,
          value: typed.email ?? '',
          looked,
        },
        { status },
      );
    if (errors) return again(errors, 422);
    const meant = value.looked_at === value.email ? undefined : emailSuggestion(value.email);
    if (meant !== undefined) {
      const message = `Did you mean ${meant}? If the address is right as it is, send it once more.`;
      return again([{ field: 'email', message }], 422, value.email);
    }
    try {
      await this.emails.changeAddress(order.id, value.email);
      return seeOther(`/orders/${token}/address?changed=1`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return again([{ field: 'email', message: error.message }], 409);
    }
  }
}
