import { Controller, Get, Param, ParseIntPipe, Post, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { BlueprintService } from '@app/blueprint';
import { type SeeOther, seeOther, ValidForm } from '@app/http';
import { sha256 } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Claims, PageTicks, ReadSentences } from '@app/review';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { ViewsLog } from '../../access/views-log.js';
import { DraftPictures, PICTURE_WIDTHS } from './draft-pictures.js';
import { TickForm } from './tick.form.js';

/** The pages of a draft: as pictures, and ticked as read. */
@Controller('reviews/:id/pages')
@Needs('reviews.read')
export class WorkbenchController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly blueprints: BlueprintService,
    private readonly pictures: DraftPictures,
    private readonly ticks: PageTicks,
    private readonly read: ReadSentences,
    private readonly claims: Claims,
    private readonly views: ViewsLog,
  ) {}

  @Get(':page')
  async picture(
    @Param('id') id: string,
    @Param('page', ParseIntPipe) page: number,
    @Query('size') size: unknown,
    @CurrentStaff() staff: Caller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    const { pdf } = await this.blueprints.file(review.blueprintId);
    const width = size === 'large' ? PICTURE_WIDTHS.large : PICTURE_WIDTHS.beside;
    const picture = await this.pictures.of(pdf, sha256(pdf), page, width);
    await this.views.opened(staff, review.orderId, 'blueprint.viewed', {
      blueprintId: review.blueprintId,
      page,
    });
    reply.type('image/png');
    // While this page is read the next is drawn, so that nobody waits for it.
    reply.raw.once('finish', () => {
      void this.pictures.of(pdf, sha256(pdf), page + 1, width).catch(() => undefined);
    });
    return picture;
  }

  /** Ticks a page and goes on to the next, or takes the tick back and stays. What the page says is known to this person from then on. */
  @Post(':page/tick')
  @Needs('reviews.decide')
  async tick(
    @Param('id') id: string,
    @Param('page', ParseIntPipe) page: number,
    @CurrentStaff() staff: Caller,
    @ValidForm(TickForm) { sha256: file, seen, pages }: TickForm,
  ): Promise<SeeOther> {
    const review = await this.folder.review(id);
    const ticked = seen === 'yes';
    await this.ticks.set(review.id, { page, sha256: file, seen: ticked }, staff.staffId);
    await this.claims.touch(review.id, staff.staffId);
    const { pdf, snapshot } = await this.blueprints.file(review.blueprintId);
    if (sha256(pdf) === file)
      await this.read.keep({ page, seen: ticked }, snapshot, { staffId: staff.staffId, reviewId: review.id });
    return seeOther(`/reviews/${id}?page=${ticked ? Math.min(page + 1, pages) : page}`);
  }
}
