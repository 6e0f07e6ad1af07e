import { IsIn, IsString, Matches, MaxLength } from 'class-validator';

const SLUG = /^([a-z0-9]+(-[a-z0-9]+)*)?$/;
const NO_PATH = { message: 'Choose from the list.' };
/** How long a reason may be is judged with the choice; this only bounds what is read. */
const LONGEST = 2_000;
const SHORTER = { message: 'Keep each reason to 300 characters.' };

export class ChoiceForm {
  @IsIn(['path', 'stay'], { message: 'Say what you would recommend.' })
  recommended: 'path' | 'stay' = 'path';

  @Matches(SLUG, NO_PATH)
  first = '';

  /** '' leaves the place empty. */
  @Matches(SLUG, NO_PATH)
  second = '';

  @Matches(SLUG, NO_PATH)
  third = '';

  @IsString()
  @MaxLength(LONGEST, SHORTER)
  reason = '';

  @IsString()
  @MaxLength(LONGEST, SHORTER)
  in_spite = '';
}
