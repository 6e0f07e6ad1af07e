import { Controller, Param, Post } from '@nestjs/common';
import { type SeeOther, ValidForm, type View } from '@app/http';
import { SecondApprovals } from '@app/review';
import { Needs } from '../access/needs.js';
import { type Caller, CurrentStaff } from '../access/signed-in-request.js';
import { ApproveForm, ReturnForm } from './decision.forms.js';
import { DecisionAttempt } from './decision-attempt.js';

/** What the second person decides about a draft that another has approved. */
@Controller('reviews/:id/second')
@Needs('reviews.second')
export class SecondController {
  constructor(
    private readonly seconds: SecondApprovals,
    private readonly decision: DecisionAttempt,
  ) {}

  @Post()
  approve(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ApproveForm) { sha256 }: ApproveForm,
  ): Promise<View | SeeOther> {
    return this.decision.of(
      id,
      staff,
      () => this.seconds.approve(id, sha256, staff),
      '/reviews?done=approved',
    );
  }

  @Post('return')
  return(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(ReturnForm) { return_reason: reason }: ReturnForm,
  ): Promise<View | SeeOther> {
    const form = { field: 'return_reason', kept: { return_reason: reason } };
    const act = (): Promise<void> => this.seconds.return(id, staff, reason);
    return this.decision.of(id, staff, act, '/reviews?done=returned', form);
  }
}
