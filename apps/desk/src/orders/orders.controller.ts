import { Controller, Get, Param, Query } from '@nestjs/common';
import { type View, view } from '@app/http';
import { MOST_MATCHES, ReviewFolder } from '@app/desk-reading';
import { shortDayTime } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { ViewsLog } from '../access/views-log.js';
import { OrderPage } from './order-page.js';
import { requestText } from '../request-text.js';

/** Looking up orders. Every look at a person's data is written into the audit log. */
@Controller('orders')
@Needs('orders.read')
export class OrdersController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: OrderPage,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  async find(@CurrentStaff() staff: Caller, @Query('search') search: unknown): Promise<View> {
    const term = requestText(search, 254);
    const { hits, ask } = await this.folder.find(term);
    await this.views.listed(
      staff,
      'search',
      hits.map(({ id }) => id),
    );
    return view('desk/orders', {
      search: term,
      ask,
      most: MOST_MATCHES,
      hits: hits.map((hit) => ({
        ...hit,
        created: shortDayTime(hit.createdAt),
        promise: hit.promiseAt ? shortDayTime(hit.promiseAt) : '',
        delivered: hit.deliveredAt ? shortDayTime(hit.deliveredAt) : '',
      })),
    });
  }

  @Get(':id')
  async show(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('done') what: unknown,
    @Query('act') act: unknown,
  ): Promise<View> {
    return await this.page.of(id, staff, { done: done(what), act: requestText(act, 40) });
  }
}
