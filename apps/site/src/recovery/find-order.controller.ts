import { Controller, Get, Post, Query } from '@nestjs/common';
import { IsString, MaxLength, MinLength } from 'class-validator';
import { OrderLinks } from '@app/delivery';
import { type Arrived, Form, RateLimit, type SeeOther, seeOther, type View, view } from '@app/http';
import { customerEmailProblem } from '@app/orders';
import { CheckedBy } from '../checked-by.js';

export class FindOrderForm {
  @CheckedBy(customerEmailProblem)
  email: string;

  @IsString({ message: 'Enter the reference of your order or the number of your receipt.' })
  @MinLength(1, { message: 'Enter the reference of your order or the number of your receipt.' })
  @MaxLength(40, { message: 'A reference or a receipt number is shorter than this.' })
  number: string;
}

/** The way back to an order for somebody who has lost its address. The answer is the same whether there is such an order or not. */
@Controller('find-order')
export class FindOrderController {
  constructor(private readonly links: OrderLinks) {}

  @Get()
  page(@Query('asked') asked: unknown): View {
    return view('site/recovery/find-order', {
      asked: asked === '1',
      errors: [],
      values: { email: '', number: '' },
    });
  }

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600, account: 'email' })
  async find(
    @Form(FindOrderForm) { value, errors, typed }: Arrived<FindOrderForm>,
  ): Promise<View | SeeOther> {
    if (errors)
      return view(
        'site/recovery/find-order',
        { asked: false, errors, values: { email: '', number: '', ...typed } },
        { status: 422 },
      );
    await this.links.send(value.email, value.number);
    return seeOther('/find-order?asked=1');
  }
}
