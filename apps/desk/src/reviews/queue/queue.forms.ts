import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayNotEmpty, IsIn, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { QUEUE_FILTERS, type QueueFilter, VIEW_NAME_LONGEST } from '@app/review';
import { SHOWN_ADDRESS } from './shown.js';

/** One ticked box comes as a text, several as a list. */
const listed = ({ value }: { value: unknown }): unknown => (value === undefined ? [] : [value].flat());

/** Reviews that were ticked in the list. */
export class TickedForm {
  @Transform(listed)
  @IsUUID('all', { each: true, message: 'There is no such review.' })
  @ArrayMaxSize(100, { message: 'Tick at most 100 reviews at once.' })
  @ArrayNotEmpty({ message: 'Tick the reviews first.' })
  review: string[] = [];

  /** What of the queue was shown. */
  @Matches(SHOWN_ADDRESS, { message: 'This is no view of the queue.' })
  at = '';
}

export class GiveForm extends TickedForm {
  @IsUUID('all', { message: 'Choose a colleague.' })
  to = '';
}

class NamedForm {
  @MaxLength(VIEW_NAME_LONGEST, { message: `Keep the name to ${VIEW_NAME_LONGEST} characters.` })
  @Matches(/\S/, { message: 'Give the view a name.' })
  @IsString({ message: 'Give the view a name.' })
  name = '';
}

export class KeepViewForm extends NamedForm {
  @Transform(listed)
  @IsIn(QUEUE_FILTERS, { each: true, message: 'There is no such filter.' })
  @ArrayNotEmpty({ message: 'Choose what the view shows.' })
  show: QueueFilter[] = [];
}

export class RenameViewForm extends NamedForm {}

export class StartForm {
  @IsIn(['yes', 'no'], { message: 'Say whether the queue opens with it.' })
  start: 'yes' | 'no' = 'yes';
}
