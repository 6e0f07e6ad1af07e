import { Injectable } from '@nestjs/common';
import { DomainError } from '@app/kernel';
import { type Order, OrdersService } from '@app/orders';

/** The order behind the secret address of its page. */
@Injectable()
export class CustomerOrders {
  constructor(private readonly orders: OrdersService) {}

  /** @throws DomainError `order_not_found` */
  async behind(token: string): Promise<Order> {
    const order = await this.orders.byAccessToken(token);
    if (!order)
      throw new DomainError(
        'order_not_found',
        'There is no order at this address. Please open it again from your email.',
      );
    return order;
  }
}
