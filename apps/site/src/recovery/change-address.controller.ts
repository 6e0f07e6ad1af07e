import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { SentAgain } from '@app/delivery';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { DomainError } from '@app/kernel';
import { customerEmailProblem } from '@app/orders';
import { CheckedBy } from '../checked-by.js';
import { CustomerOrders } from '../order/customer-orders.js';

export class ChangeAddressForm {
  @CheckedBy(customerEmailProblem)
  email: string;
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
    });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600 })
  async change(
    @Param('token') token: string,
    @Form(ChangeAddressForm) { value, errors, typed }: Arrived<ChangeAddressForm>,
  ): Promise<View | SeeOther> {
    const order = await this.orders.behind(token);
    const again = (problems: object, status: number): View =>
      view(
        'site/recovery/address',
        { address: `/orders/${token}`, order, changed: false, errors: problems, value: typed.email ?? '' },
        { status },
      );
    if (errors) return again(errors, 422);
    try {
      await this.emails.changeAddress(order.id, value.email);
      return seeOther(`/orders/${token}/address?changed=1`);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return again([{ field: 'email', message: error.message }], 409);
    }
  }
}
