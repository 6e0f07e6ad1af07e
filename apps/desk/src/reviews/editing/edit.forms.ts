import { Type } from 'class-transformer';
import { IsInt, IsString, Matches, Max, MaxLength, Min } from 'class-validator';
import { InstructionForm } from '../instructions/instruction.forms.js';

export class EditForm {
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(15)
  page = 1;

  /** Which block of the page. */
  @Matches(/^[0-9a-f]{16}$/, { message: 'This is no block of a page.' })
  block = '';

  /** How long it may be depends on the block; this only bounds what is read. */
  @IsString()
  @MaxLength(4_000, { message: 'Keep the text to 4,000 characters.' })
  text = '';
}

/** Takes changes back on a page, or on all of them; an instruction says what its words must do instead. */
export class TakeBackForm extends InstructionForm {}

export class NoteForm {
  @IsString()
  @MaxLength(4_000, { message: 'Keep the note to 600 characters.' })
  note = '';

  /** One of the ways this person may sign. */
  @IsString()
  @MaxLength(200, { message: 'Choose one of the ways to sign.' })
  signature = '';
}
