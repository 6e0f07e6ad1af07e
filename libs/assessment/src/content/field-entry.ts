import { Type } from 'class-transformer';
import {
  ArrayUnique,
  IsArray,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { NAME } from './entry-name.js';

/** An answer to choose. */
export class ChoiceEntry {
  @Matches(NAME)
  id: string;

  @IsString()
  words: string;

  /** In a sentence about it, as the result prints it. */
  @IsOptional()
  @IsString()
  short?: string;
}

/** A bound of a number, and what to say beyond it. */
export class BoundEntry {
  @IsNumber()
  is: number;

  @IsString()
  refused: string;
}

export const FIELD_KINDS = ['whole', 'decimal', 'choice', 'select', 'ticks'] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** A field of a form: a number, one choice (as buttons or as a list), or ticks. Every one may be left blank. */
export class FieldEntry {
  @Matches(NAME)
  id: string;

  @IsIn(FIELD_KINDS)
  kind: FieldKind;

  @IsString()
  label: string;

  @IsOptional()
  @IsString()
  hint?: string;

  /** Said before and after a number's box: "£", "hours a week". */
  @IsOptional()
  @IsString()
  before?: string;

  @IsOptional()
  @IsString()
  after?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => BoundEntry)
  least?: BoundEntry;

  @IsOptional()
  @ValidateNested()
  @Type(() => BoundEntry)
  most?: BoundEntry;

  /** What to say of an answer that is not one. */
  @IsOptional()
  @IsString()
  refused?: string;

  @IsOptional()
  @IsArray()
  @ArrayUnique(({ id }: ChoiceEntry) => id)
  @ValidateNested({ each: true })
  @Type(() => ChoiceEntry)
  choices?: ChoiceEntry[];

  /** The list of industries, which belongs to the catalogue. */
  @IsOptional()
  @IsIn(['sectors'])
  choicesFrom?: 'sectors';

  @IsOptional()
  @IsString()
  blank?: string;

  /** Label of the answer on "check your answers"; the field's own without it. */
  @IsOptional()
  @IsString()
  check?: string;

  /** Words for a number there, `{}` being the number. */
  @IsOptional()
  @Matches(/\{\}/)
  says?: string;

  /** Label on the reviewer's sheet, or `none` to leave it out; that of the check page without it. */
  @IsOptional()
  @IsString()
  staff?: string;

  @IsOptional()
  @Matches(/\{\}/)
  staffSays?: string;
}
