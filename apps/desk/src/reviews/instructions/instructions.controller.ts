import { Controller, Param, Post } from '@nestjs/common';
import { type SeeOther, ValidForm, type View } from '@app/http';
import { Instructions, PathChoosing } from '@app/review';
import { Needs } from '../../access/needs.js';
import { type Caller, CurrentStaff } from '../../access/signed-in-request.js';
import { DecisionAttempt } from '../decision-attempt.js';
import { AnewForm, InstructionForm, TakeInstructionBackForm } from './instruction.forms.js';

/** What a reader wants of the next draft, and the next draft made anew at once. */
@Controller('reviews/:id')
@Needs('reviews.decide')
export class InstructionsController {
  constructor(
    private readonly instructions: Instructions,
    private readonly choosing: PathChoosing,
    private readonly decision: DecisionAttempt,
  ) {}

  @Post('instructions')
  add(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(InstructionForm) { page, instruction }: InstructionForm,
  ): Promise<View | SeeOther> {
    const form = { field: 'instruction', kept: { instruction }, page: Math.max(1, page) };
    const act = (): Promise<void> => this.instructions.add(id, { page, words: instruction }, staff);
    return this.decision.of(id, staff, act, `/reviews/${id}?page=${form.page}&done=instructed`, form);
  }

  @Post('instructions/take-back')
  takeBack(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(TakeInstructionBackForm) { instruction_id: one, page }: TakeInstructionBackForm,
  ): Promise<View | SeeOther> {
    const act = (): Promise<void> => this.instructions.takeBack(id, one, staff);
    return this.decision.of(id, staff, act, `/reviews/${id}?page=${page}&done=instruction_gone`, { page });
  }

  /** Makes the whole draft from the answers anew, with what it is made anew for. */
  @Post('anew')
  anew(
    @Param('id') id: string,
    @CurrentStaff() staff: Caller,
    @ValidForm(AnewForm) { anew_reason: reason }: AnewForm,
  ): Promise<View | SeeOther> {
    const form = { field: 'anew_reason', kept: { anew_reason: reason } };
    const act = (): Promise<void> => this.choosing.anew(id, reason, staff);
    return this.decision.of(id, staff, act, `/reviews/${id}?done=anew`, form);
  }
}
