import { Controller, Get, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type SeeOther, seeOther, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { Claims, Giving, QueueViews } from '@app/review';
import { ReviewQueue } from '@app/desk-reading';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { Needs } from '../../access/needs.js';
import { ViewsLog } from '../../access/views-log.js';
import { requestText } from '../../request-text.js';
import { queueCsv } from './queue-csv.js';
import { QueuePage } from './queue-page.js';
import { shownBy } from './shown.js';

const MOST_IN_A_FILE = 10_000;

@Controller('reviews')
@Needs('reviews.read')
export class QueueController {
  constructor(
    private readonly page: QueuePage,
    private readonly queue: ReviewQueue,
    private readonly kept: QueueViews,
    private readonly views: ViewsLog,
    private readonly claims: Claims,
    private readonly giving: Giving,
  ) {}

  @Get()
  list(@CurrentStaff() staff: Caller, @Query() query: Record<string, unknown>): Promise<View> {
    return this.page.of(staff, query);
  }

  /** The same list as a file for a spreadsheet. */
  @Get('queue.csv')
  async csv(
    @CurrentStaff() staff: Caller,
    @Query() query: Record<string, unknown>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const { filters } = shownBy(query, await this.kept.of(staff.staffId));
    const { rows } = await this.queue.list({
      filters,
      staffId: staff.staffId,
      search: requestText(query['search'], 200),
      rows: MOST_IN_A_FILE,
    });
    const orders = rows.map(({ orderId }) => orderId);
    await this.views.listed(staff, 'csv', orders);
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="queue-${filters.join('-')}.csv"`);
    return queueCsv(rows);
  }

  /**
   * Opens the most urgent review that this person may begin: claims one that nobody has, or takes one that waits for a second person. Of two who
   * press at once each gets another.
   */
  @Post('next')
  @Needs('reviews.decide')
  async next(@CurrentStaff() staff: Caller): Promise<SeeOther> {
    const { staffId, permissions } = staff;
    const second = permissions.has('reviews.second');
    for (const { id, state } of await this.queue.nextFor({ staffId, decide: true, second })) {
      try {
        if (state === 'second') await this.giving.takeSecond(id, staff);
        else await this.claims.claim(id, staff);
        return seeOther(`/reviews/${id}?done=${state === 'second' ? 'second_taken' : 'claimed'}`);
      } catch (error) {
        if (!(error instanceof DomainError) || !TAKEN.has(error.code)) throw error;
      }
    }
    return seeOther('/reviews?done=none_free');
  }
}

/** Somebody was faster; the next in the list is tried. */
const TAKEN = new Set(['claim_lost', 'second_same_person', 'not_found']);
