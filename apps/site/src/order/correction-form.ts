import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { CORRECTION_ABOUT, type CorrectionAbout, LONGEST_REQUEST } from '@app/orders';

/** What a customer says is wrong in their blueprint. */
export class CorrectionForm {
  @IsIn(Object.keys(CORRECTION_ABOUT), { message: 'Choose what it is about.' })
  about: CorrectionAbout;

  @MaxLength(LONGEST_REQUEST, {
    message: `Keep it to ${LONGEST_REQUEST.toLocaleString('en-GB')} characters. If there is more, write the rest to us by email.`,
  })
  @IsString({ message: 'Tell us what is wrong, and on which page.' })
  words: string;

  /** Names this form, so that sending it twice is one request. */
  @IsUUID('all', { message: 'The form was incomplete. Please send it again.' })
  form_token: string;
}
