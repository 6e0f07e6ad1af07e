import { Transform } from 'class-transformer';
import { IsEmail, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

const INCOMPLETE = { message: 'The form was incomplete. Please send it again.' };
const EMAIL_WORDS = { message: 'Enter an email address like name@example.com.' };
const LONGEST = 5_000;

/** "pw 7k3m-9qxt" and "PW7K3M9QXT" are what people type for `PW-7K3M-9QXT`. */
const orderReference = ({ value }: { value: unknown }): unknown => {
  if (typeof value !== 'string') return value;
  const typed = value.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return /^PW[0-9A-Z]{8}$/.test(typed) ? `PW-${typed.slice(2, 6)}-${typed.slice(6)}` : value.trim();
};

class MessageForm {
  /** Names this form, so that sending it twice is one message. */
  @IsString(INCOMPLETE)
  @Length(16, 100, INCOMPLETE)
  form_token: string;
}

export class ComplaintForm extends MessageForm {
  @MaxLength(LONGEST, {
    message: `Keep it to ${LONGEST.toLocaleString('en-GB')} characters. You can send a second one.`,
  })
  @IsString({ message: 'Tell us what went wrong.' })
  message: string;

  @IsOptional()
  @MaxLength(120, { message: 'Enter a name of at most 120 characters.' })
  name?: string;

  @MaxLength(254, EMAIL_WORDS)
  @IsEmail({}, { message: 'Enter an email address like name@example.com. We answer there.' })
  email: string;

  @IsOptional()
  @Transform(orderReference)
  @MaxLength(40, { message: 'Enter the reference as it stands in our emails, such as PW-7K3M-9QXT.' })
  order?: string;
}

export class CancellationForm extends MessageForm {
  @Transform(orderReference)
  @Matches(/^PW-[0-9A-Z]{4}-[0-9A-Z]{4}$/, {
    message: 'Enter the reference of your order. It stands in our emails and looks like PW-7K3M-9QXT.',
  })
  order: string;

  @MaxLength(120, { message: 'Enter a name of at most 120 characters.' })
  @IsString({ message: 'Enter the name the order was made in.' })
  name: string;

  @MaxLength(254, EMAIL_WORDS)
  @IsEmail({}, { message: 'Enter the email address the order was made with, like name@example.com.' })
  email: string;

  @IsOptional()
  @MaxLength(300, { message: 'Enter an address of at most 300 characters.' })
  address?: string;

  @IsOptional()
  @MaxLength(60, { message: 'Enter the day of the order in at most 60 characters.' })
  ordered_on?: string;
}

export class ErrorForm extends MessageForm {
  @MaxLength(LONGEST, {
    message: `Keep it to ${LONGEST.toLocaleString('en-GB')} characters. You can send a second one.`,
  })
  @IsString({ message: 'Tell us what is wrong, and where on the page.' })
  message: string;

  @IsOptional()
  @MaxLength(500, { message: 'Enter a source of at most 500 characters.' })
  source?: string;

  @IsOptional()
  @MaxLength(254, EMAIL_WORDS)
  @IsEmail({}, EMAIL_WORDS)
  email?: string;
}
