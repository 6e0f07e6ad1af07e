import { BLOCKER_KINDS, type BlockerKind } from '@app/orders';
import { IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { LETTER_NAMES, type LetterName } from '@app/delivery';

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

export class RedraftForm extends ReasonForm {
  @IsString()
  @MaxLength(254, { message: 'A name has at most 120 characters.' })
  name = '';

  @IsString()
  @MaxLength(1_000, { message: 'Keep it to 1,000 characters.' })
  answer = '';
}

/** A letter to the customer; which of its fields are needed, and how long they may be, the letter says. */
export class LetterForm extends ReasonForm {
  @IsIn(LETTER_NAMES, { message: 'Choose a letter.' })
  letter: LetterName;

  /** Sent twice it is one letter. */
  @IsUUID('all', { message: 'The form was incomplete. Please send it again.' })
  form_token: string;

  @IsString()
  @MaxLength(4_000, { message: 'This is too long for a letter.' })
  words = '';

  @IsString()
  @MaxLength(4_000, { message: 'This is too long for a letter.' })
  about = '';

  @IsString()
  @MaxLength(4_000, { message: 'This is too long for a letter.' })
  done = '';
}
