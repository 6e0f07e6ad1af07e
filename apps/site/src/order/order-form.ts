import { Equals, IsIn, IsString, Length, ValidateBy, ValidateIf } from 'class-validator';
import { customerEmailProblem, customerNameProblem, type StartChoice } from '@app/orders';

/** A text that has nothing wrong with it by `problem`, whose words are shown otherwise. */
const Sound = (problem: (text: string) => string | undefined): PropertyDecorator => {
  const words = (value: unknown): string | undefined => problem(typeof value === 'string' ? value : '');
  return ValidateBy({
    name: 'sound',
    validator: {
      validate: (value) => words(value) === undefined,
      defaultMessage: (given) => words(given?.value) ?? '',
    },
  });
};

const startsNow = ({ start }: OrderForm): boolean => start === 'start_now';

/** The form of the pre-contract page; its properties are the names of its fields. */
export class OrderForm {
  @Sound(customerNameProblem)
  name: string;

  @Sound(customerEmailProblem)
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
}
