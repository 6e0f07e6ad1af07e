import { Controller, Get, Param, Post } from '@nestjs/common';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Claims, PathChoosing } from '@app/review';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { ViewsLog } from '../../access/views-log.js';
import { ChoiceForm } from './choice.form.js';
import { PathsPage } from './paths-page.js';

/** Refusals that are shown above the list, with what was chosen kept. */
const SHOWN = new Set(['choice_refused', 'edit_refused', 'claim_lost', 'review_file_changed']);

/** Other paths for a claimed draft, from its ranked candidates. */
@Controller('reviews/:id/paths')
@Needs('reviews.read')
export class PathsController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: PathsPage,
    private readonly choosing: PathChoosing,
    private readonly claims: Claims,
    private readonly views: ViewsLog,
  ) {}

  @Get()
  async show(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View> {
    const review = await this.folder.review(id);
    await this.claims.touch(review.id, staff.staffId);
    await this.views.opened(staff, review.orderId);
    return await this.page.of(review, staff);
  }

  @Post()
  @Needs('reviews.decide')
  async choose(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ChoiceForm) typed: ChoiceForm,
  ): Promise<View | SeeOther> {
    const review = await this.folder.review(id);
    const { recommended, first, second, third, reason, in_spite: inSpite } = typed;
    try {
      const choice = { recommended, paths: [first, second, third], reason, inSpite };
      await this.choosing.choose(review.id, choice, staff);
    } catch (error) {
      if (!(error instanceof DomainError) || !SHOWN.has(error.code)) throw error;
      const refusal = { message: error.message, status: statusOf(error.code), typed };
      return await this.page.of(await this.folder.review(id), staff, refusal);
    }
    await this.claims.touch(review.id, staff.staffId);
    return seeOther(`/reviews/${id}?page=9&done=chosen`);
  }
}
