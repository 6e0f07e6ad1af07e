import { Controller, Param, Post } from '@nestjs/common';
import { type SeeOther, seeOther, statusOf, ValidForm, type View } from '@app/http';
import { DomainError } from '@app/kernel';
import { ReviewFolder } from '@app/desk-reading';
import { Claims, ReviewChecks, ReviewService } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { type Refusal, ReviewPage } from './review-page.js';
import { ApproveForm, HoldForm, ReturnForm } from './decision.forms.js';

/** Refusals that are part of working together: the page is shown again as it is now, with the reason on top. */
const EXPECTED = new Set([
  'claim_lost',
  'review_file_changed',
  'review_blocked',
  'review_reason_missing',
  'order_blocked',
]);

@Controller('reviews/:id')
@Needs('reviews.decide')
export class DecisionsController {
  constructor(
    private readonly folder: ReviewFolder,
    private readonly page: ReviewPage,
    private readonly claims: Claims,
    private readonly reviews: ReviewService,
    private readonly checks: ReviewChecks,
  ) {}

  @Post('claim')
  claim(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.attempt(id, staff, () => this.claims.claim(id, staff), `/reviews/${id}?done=claimed`);
  }

  @Post('release')
  @Needs('reviews.release')
  release(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.attempt(
      id,
      staff,
      () => this.claims.release(id, staff, staff.permissions.has('reviews.release_any')),
      '/reviews?done=released',
    );
  }

  @Post('checks')
  recheck(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.attempt(id, staff, () => this.checks.refresh(id), `/reviews/${id}?done=checked`);
  }

  @Post('approve')
  approve(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ApproveForm) { reason, sha256 }: ApproveForm,
  ): Promise<View | SeeOther> {
    return this.attempt(
      id,
      staff,
      () => this.reviews.approve(id, sha256, staff, reason),
      '/reviews?done=approved',
      { field: 'reason', kept: { reason } },
    );
  }

  @Post('return')
  return(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReturnForm) { return_reason: reason }: ReturnForm,
  ): Promise<View | SeeOther> {
    return this.attempt(id, staff, () => this.reviews.return(id, staff, reason), '/reviews?done=returned', {
      field: 'return_reason',
      kept: { return_reason: reason },
    });
  }

  @Post('hold')
  hold(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(HoldForm) { hold_reason: reason }: HoldForm,
  ): Promise<View | SeeOther> {
    return this.attempt(id, staff, () => this.reviews.hold(id, staff, reason), `/reviews/${id}?done=held`, {
      field: 'hold_reason',
      kept: { hold_reason: reason },
    });
  }

  @Post('resume')
  resume(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.attempt(id, staff, () => this.reviews.resume(id, staff), `/reviews/${id}?done=resumed`);
  }

  private async attempt(
    id: string,
    staff: Caller,
    act: () => Promise<unknown>,
    next: string,
    form: Pick<Refusal, 'field' | 'kept'> = {},
  ): Promise<View | SeeOther> {
    await this.folder.review(id);
    try {
      await act();
      return seeOther(next);
    } catch (error) {
      if (!(error instanceof DomainError) || !EXPECTED.has(error.code)) throw error;
      const missing = error.code === 'review_reason_missing' || error.code === 'review_blocked';
      const refusal: Refusal = {
        message: error.message,
        status: statusOf(error.code),
        ...(missing && form.field && { field: form.field }),
        ...(form.kept && { kept: form.kept }),
      };
      return await this.page.of(await this.folder.review(id), staff, { refusal });
    }
  }
}
