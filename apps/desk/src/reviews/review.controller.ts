import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BlueprintService } from '@app/blueprint';
import type { View } from '@app/http';
import { Audit, Claims, ReviewFolder } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { done } from './done-words.js';
import { ReviewPage } from './review-page.js';

@Controller('reviews/:id')
@Needs('reviews.read')
export class ReviewController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: ReviewPage,
    private readonly claims: Claims,
    private readonly audit: Audit,
    private readonly blueprints: BlueprintService,
  ) {}

  @Get()
  async show(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @Query('done') what: unknown,
  ): Promise<View> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    await this.audit.note({
      staffId: staff.staffId,
      action: 'order.viewed',
      subject: { kind: 'order', id: review.orderId },
      ipAddress: staff.ipAddress,
    });
    return await this.page.of(review, staff, { done: done(what) });
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
    await this.audit.note({
      staffId: staff.staffId,
      action: 'blueprint.viewed',
      subject: { kind: 'order', id: review.orderId },
      after: { blueprintId: review.blueprintId },
      ipAddress: staff.ipAddress,
    });
    const how = download === undefined ? 'inline' : 'attachment';
    reply
      .type('application/pdf')
      .header('content-disposition', `${how}; filename="${order.reference}-draft.pdf"`);
    return pdf;
  }
}
