import { IsString, MaxLength, MinLength } from 'class-validator';

/** What opens an account changes only for somebody who knows its password. */
export class OwnPasswordForm {
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @IsString({ message: 'Enter your present password.' })
  password: string;
}

export class ChangePasswordForm extends OwnPasswordForm {
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @MinLength(12, { message: 'Choose a new password of 12 characters or more.' })
  @IsString({ message: 'Choose a new password of 12 characters or more.' })
  new_password: string;
}

export class AddPasskeyForm extends OwnPasswordForm {
  @MaxLength(60, { message: 'Keep the name to 60 characters.' })
  @IsString({ message: 'Give the passkey a name, so that you know it again.' })
  name: string;

  /** What the device answered; the page’s script fills it in. */
  @MaxLength(20_000, { message: 'This is no answer of a passkey.' })
  @IsString({ message: 'The device has not answered. Adding a passkey needs scripts in the browser.' })
  passkey: string;
}
