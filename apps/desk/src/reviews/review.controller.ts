import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BlueprintService, BlueprintTwins } from '@app/blueprint';
import type { View } from '@app/http';
import { DomainError } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Claims } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from '../done-words.js';
import { ViewsLog } from '../access/views-log.js';
import { pageNumber } from '../request-text.js';
import { ReviewPage } from './review-page.js';

@Controller('reviews/:id')
@Needs('reviews.read')
export class ReviewController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: ReviewPage,
    private readonly claims: Claims,
    private readonly views: ViewsLog,
    private readonly blueprints: BlueprintService,
    private readonly twins: BlueprintTwins,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('done') what: unknown,
    @Query('page') page: unknown,
  ): Promise<View> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    await this.views.opened(staff, review.orderId);
    return await this.page.of(review, staff, { done: done(what), page: pageNumber(page) });
  }

  /** The very bytes that an approval is about. With `download` the browser saves them instead of showing them. */
  @Get('blueprint.pdf')
  async file(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('download') download: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    const { order } = await this.folder.order(review.orderId);
    const { pdf } = await this.blueprints.file(review.blueprintId);
    await this.views.opened(staff, review.orderId, 'blueprint.viewed', { blueprintId: review.blueprintId });
    const how = download === undefined ? 'inline' : 'attachment';
    reply
      .type('application/pdf')
      .header('content-disposition', `${how}; filename="${order.reference}-draft.pdf"`);
    return pdf;
  }

  /** The copy for any browser that the customer may take too; it says in full what a page of the PDF had to shorten. */
  @Get('accessible.html')
  async accessible(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    const { snapshot } = await this.blueprints.file(review.blueprintId);
    const html = this.twins.html(snapshot);
    if (html === null)
      throw new DomainError(
        'gone',
        'The templates have changed since this draft was made, so it has no accessible copy. A new draft will have one.',
      );
    await this.views.opened(staff, review.orderId, 'blueprint.viewed', { blueprintId: review.blueprintId });
    // One file with its style inside; sandboxed, since the desk's own policy allows no such thing.
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', "sandbox; default-src 'none'; style-src 'unsafe-inline'");
    return html;
  }
}
