import { Equals, IsIn, IsOptional, IsString, Length, MaxLength, ValidateIf } from 'class-validator';
import { customerEmailProblem, customerNameProblem, type StartChoice } from '@app/orders';
import { CheckedBy } from '../checked-by.js';

const startsNow = ({ start }: OrderForm): boolean => start === 'start_now';

/** The form of the pre-contract page; its properties are the names of its fields. */
export class OrderForm {
  @CheckedBy(customerNameProblem)
  name: string;

  @CheckedBy(customerEmailProblem)
  email: string;

  @IsIn(['start_now', 'start_after_cancellation_period'], { message: 'Choose when we should start.' })
  start: StartChoice;

  @ValidateIf(startsNow)
  @Equals('yes', {
    message: 'To start now, tick that you ask us to start within the 14 days. Or choose to wait.',
  })
  consent_start?: string;

  @ValidateIf(startsNow)
  @Equals('yes', {
    message: 'To start now, tick that you understand when your right to cancel ends. Or choose to wait.',
  })
  consent_end?: string;

  /** Names this form, so that sending it twice is one order. */
  @IsString({ message: 'The form was incomplete. Please send it again.' })
  @Length(16, 100, { message: 'The form was incomplete. Please send it again.' })
  form_token: string;

  /** What a second look was asked for already, see `lookedAt`. */
  @IsOptional()
  @IsString()
  @MaxLength(600)
  looked_at?: string;
}

/** Back from the pay page: which attempt to pay is taken up again. */
export class AttemptForm {
  @IsOptional()
  @IsString()
  @MaxLength(200)
  attempt?: string;
}

export class CancelForm {
  @Equals('yes', { message: 'Tick the box if you want to cancel.' })
  sure: string;
}
