import { Controller, Param, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { OrderLinks } from '@app/delivery';
import { RateLimit, type SeeOther, seeOther } from '@app/http';
import { CustomerCookies } from '../order/customer-cookies.js';
import { CustomerOrders } from '../order/customer-orders.js';

/** For somebody whose link was seen by others: the page moves, and the old address opens nothing. */
@Controller('orders/:token/link')
export class RenewLinkController {
  constructor(
    private readonly customers: CustomerOrders,
    private readonly links: OrderLinks,
    private readonly cookies: CustomerCookies,
  ) {}

  @Post()
  @RateLimit({ limit: 10, seconds: 3_600 })
  async renew(
    @Param('token') token: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SeeOther> {
    const { id } = await this.customers.behind(token);
    const renewed = await this.links.renew(id, { kind: 'customer' });
    this.cookies.rememberOrder(reply, renewed);
    return seeOther(`/orders/${renewed}`);
  }
}
