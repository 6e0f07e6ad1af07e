import { IsIn } from 'class-validator';
import { DID, type Did, HELPED, type Helped } from '@app/orders';

/** The one question of the re-check, in its two halves. */
export class FollowUpForm {
  @IsIn(Object.keys(DID), { message: 'Choose what you did.' })
  did: Did;

  @IsIn(Object.keys(HELPED), { message: 'Choose whether it helped.' })
  helped: Helped;
}
