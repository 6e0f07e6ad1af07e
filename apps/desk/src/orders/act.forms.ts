import { BLOCKER_KINDS, type BlockerKind } from '@app/orders';
import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

const SHORTER = { message: 'Keep it to 2,000 characters.' };

/** Why it is done; goes into the audit log. Whether one is needed, the act says. */
export class ReasonForm {
  @IsString()
  @MaxLength(2_000, SHORTER)
  reason = '';
}

export class EndBlockerForm extends ReasonForm {
  @IsIn(BLOCKER_KINDS, { message: 'Choose what is to end.' })
  kind: BlockerKind;
}

export class RefundForm extends ReasonForm {
  /** In pounds, as people write it: `10`, `10.50`, `£10.50`. */
  @Matches(/^\s*£?\d{1,5}(\.\d{1,2})?\s*$/, { message: 'Write the amount in pounds, like 10 or 10.50.' })
  amount = '';
}

export class SettleRefundForm {
  @IsIn(['confirm', 'decline'], { message: 'Choose whether to confirm or to decline.' })
  answer: 'confirm' | 'decline';
}

export class CorrectAddressForm extends ReasonForm {
  @IsString()
  @MaxLength(254, { message: 'An email address has at most 254 characters.' })
  email = '';

  @IsIn(['confirmation', 'blueprint'], { message: 'Choose which email is sent again.' })
  kind: 'confirmation' | 'blueprint' = 'confirmation';
}

export class PauseForm extends ReasonForm {
  @IsString()
  @MaxLength(2_000, SHORTER)
  message = '';
}
