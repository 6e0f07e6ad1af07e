import { IsEmail, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';

export class SignInForm {
  @MaxLength(254, { message: 'Enter an email address of at most 254 characters.' })
  @IsEmail({}, { message: 'Enter your email address, for example name@example.org.' })
  email: string;

  @MaxLength(200, { message: 'A password has at most 200 characters.' })
  @IsString({ message: 'Enter your password.' })
  password: string;

  /** Six digits of the app or, when the telephone is lost, one of the recovery codes; none beside a passkey. */
  @ValidateIf(({ passkey }: SignInForm) => passkey === '')
  @Matches(/^(\d{3}\s?\d{3}|([0-9a-z]{4}[-\s]?){3}[0-9a-z]{4}|([0-9a-z]{4}[-\s]?){5}[0-9a-z]{4})$/i, {
    message: 'Enter the six digits that your authenticator app shows now, or one of your recovery codes.',
  })
  code = '';

  /** What a passkey has signed; the page's script fills it in. */
  @IsString()
  @MaxLength(20_000, { message: 'This is no answer of a passkey.' })
  passkey = '';

  /** Where to go afterwards. */
  @IsOptional()
  @IsString()
  @MaxLength(500)
  next?: string;
}

/** A path of the desk itself, so that nobody can be led elsewhere by a link to the sign-in page. */
export const ownPath = (next: unknown): string =>
  typeof next === 'string' && /^\/(?![/\\])[\x21-\x7e]{0,500}$/.test(next) && !next.includes('\\')
    ? next
    : '/';
