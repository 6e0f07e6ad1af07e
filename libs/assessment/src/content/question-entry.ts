import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNumber,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';

/** Where on the reviewer's sheet an answer stands. */
export const SHEET_PARTS = ['about', 'beside', 'limits'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** What must be known before a question can be asked. */
export const NEEDS = ['work', 'occupation', 'tasks', 'skillRatings'] as const;
export type Need = (typeof NEEDS)[number];

/** Names are also fields of a form and places on a page. `__proto__` and the like cannot be one. */
const NAME = /^[a-zA-Z0-9][a-zA-Z0-9-]*$/;

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

/** One of several things that are asked with the same answers. */
export class RowEntry {
  @Matches(NAME)
  id: string;

  @IsString()
  name: string;

  @IsOptional()
  @IsString()
  hint?: string;
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

/** Where the reviewer reads the answers, and under which name. */
export class StaffEntry {
  @IsIn(SHEET_PARTS)
  part: SheetPart;

  @IsOptional()
  @IsString()
  label?: string;
}

/** Words of one answer, row or field in place of its own. */
export class OtherWordsEntry {
  @Matches(NAME)
  id: string;

  @IsOptional()
  @IsString()
  words?: string;

  @IsOptional()
  @IsString()
  label?: string;

  @IsOptional()
  @IsString()
  hint?: string;

  @IsOptional()
  @IsString()
  check?: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OtherWordsEntry)
  choices?: OtherWordsEntry[];
}

/** What is other for somebody who is between jobs; what is not named stays as it is. */
export class BetweenJobsEntry {
  /** false passes the question over: it is about work that they do now. */
  @IsOptional()
  @IsBoolean()
  asked?: boolean;

  /** Asked before all others of somebody who names no job. */
  @IsOptional()
  @IsBoolean()
  first?: boolean;

  @IsOptional()
  @IsString()
  title?: string;

  @IsOptional()
  @IsString()
  hint?: string;

  @IsOptional()
  @IsString()
  skip?: string;

  @IsOptional()
  @IsString()
  check?: string;

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OtherWordsEntry)
  choices?: OtherWordsEntry[];

  @IsOptional()
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => OtherWordsEntry)
  fields?: OtherWordsEntry[];
}

/** A question, or a page of several, as the file of questions has it. */
export class QuestionEntry {
  @Matches(NAME)
  id: string;

  @Matches(/^[a-z][a-z-]*$/)
  page: string;

  @IsString()
  kind: string;

  @IsString()
  title: string;

  @IsOptional()
  @IsString()
  hint?: string;

  /** The hint where a typical week stands in for the person's. */
  @IsOptional()
  @IsString()
  hintTypical?: string;

  /** The title of the page that says why this is not asked. */
  @IsOptional()
  @IsString()
  titleNotAsked?: string;

  /** Class of the form, for the look of its rows. */
  @IsOptional()
  @Matches(/^[a-z-]+$/)
  look?: string;

  @IsOptional()
  @ArrayNotEmpty()
  @ArrayUnique()
  @Matches(NAME, { each: true })
  saves?: string[];

  @IsOptional()
  @IsIn(NEEDS)
  needs?: Need;

  @IsOptional()
  @IsString()
  leadsTo?: string;

  @IsOptional()
  @IsString()
  insteadOf?: string;

  /** The first of the questions that are asked after the first result. */
  @IsOptional()
  @IsBoolean()
  afterFirstResult?: boolean;

  @IsOptional()
  @ValidateNested()
  @Type(() => BetweenJobsEntry)
  betweenJobs?: BetweenJobsEntry;

  @IsOptional()
  @IsString()
  skip?: string;

  @IsOptional()
  @IsString()
  blank?: string;

  @IsOptional()
  @IsString()
  check?: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => StaffEntry)
  staff?: StaffEntry;

  @IsOptional()
  @IsArray()
  @ArrayUnique(({ id }: ChoiceEntry) => id)
  @ValidateNested({ each: true })
  @Type(() => ChoiceEntry)
  choices?: ChoiceEntry[];

  @IsOptional()
  @IsArray()
  @ArrayUnique(({ id }: RowEntry) => id)
  @ValidateNested({ each: true })
  @Type(() => RowEntry)
  rows?: RowEntry[];

  @IsOptional()
  @IsArray()
  @ArrayUnique(({ id }: FieldEntry) => id)
  @ValidateNested({ each: true })
  @Type(() => FieldEntry)
  fields?: FieldEntry[];

  /** Ids of the fields in the order in which the answers are told back; that of the form without it. */
  @IsOptional()
  @ArrayUnique()
  @IsString({ each: true })
  told?: string[];
}

export class QuestionFile {
  @ArrayNotEmpty()
  @ArrayUnique(({ id }: QuestionEntry) => id)
  @ArrayUnique(({ page }: QuestionEntry) => page)
  @ValidateNested({ each: true })
  @Type(() => QuestionEntry)
  questions: QuestionEntry[];
}
