import { IsString, Matches, MaxLength, MinLength } from 'class-validator';

export class InvitationForm {
  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @MinLength(12, { message: 'Choose a password of 12 characters or more.' })
  @IsString({ message: 'Choose a password of 12 characters or more.' })
  password: string;

  @Matches(/^\d{3}\s?\d{3}$/, { message: 'Enter the six digits that your authenticator app shows now.' })
  code: string;
}
