import { Controller, Param, Post } from '@nestjs/common';
import { type SeeOther, ValidForm, type View } from '@app/http';
import { Claims, ReviewChecks, ReviewService } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { DecisionAttempt } from './decision-attempt.js';
import { ApproveForm, HoldForm, ReturnForm } from './decision.forms.js';

/** What the queue says after an approval, by what came of it. */
const DONE = {
  approved: 'approved',
  already: 'approved',
  second: 'second_asked',
  second_nobody: 'second_nobody',
} as const;

@Controller('reviews/:id')
@Needs('reviews.decide')
export class DecisionsController {
  constructor(
    private readonly decision: DecisionAttempt,
    private readonly claims: Claims,
    private readonly reviews: ReviewService,
    private readonly checks: ReviewChecks,
  ) {}

  @Post('claim')
  claim(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.decision.of(id, staff, () => this.claims.claim(id, staff), `/reviews/${id}?done=claimed`);
  }

  @Post('release')
  @Needs('reviews.release')
  release(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.claims.release(id, staff, staff.permissions.has('reviews.release_any')),
      '/reviews?done=released',
    );
  }

  @Post('checks')
  recheck(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.decision.of(id, staff, () => this.checks.refresh(id), `/reviews/${id}?done=checked`);
  }

  @Post('approve')
  approve(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ApproveForm) { reason, sha256 }: ApproveForm,
  ): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.reviews.approve(id, sha256, staff, reason),
      (result) => `/reviews?done=${DONE[result]}`,
      { field: 'reason', kept: { reason } },
    );
  }

  @Post('return')
  return(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReturnForm) { return_reason: reason }: ReturnForm,
  ): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.reviews.return(id, staff, reason),
      '/reviews?done=returned',
      {
        field: 'return_reason',
        kept: { return_reason: reason },
      },
    );
  }

  @Post('hold')
  hold(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(HoldForm) { hold_reason: reason }: HoldForm,
  ): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.reviews.hold(id, staff, reason),
      `/reviews/${id}?done=held`,
      {
        field: 'hold_reason',
        kept: { hold_reason: reason },
      },
    );
  }

  @Post('resume')
  resume(@Param('id') id: string, @CurrentStaff() staff: Caller): Promise<View | SeeOther> {
    return this.decision.of(id, staff, () => this.reviews.resume(id, staff), `/reviews/${id}?done=resumed`);
  }
}
