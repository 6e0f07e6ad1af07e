import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  ValidateNested,
} from 'class-validator';
import { BetweenJobsEntry } from './between-jobs-entry.js';
import { NAME } from './entry-name.js';
import { ChoiceEntry, FieldEntry } from './field-entry.js';

/** Where on the reviewer's sheet an answer stands. */
export const SHEET_PARTS = ['about', 'beside', 'limits'] as const;
export type SheetPart = (typeof SHEET_PARTS)[number];

/** What must be known before a question can be asked. */
export const NEEDS = ['work', 'occupation', 'tasks', 'skillRatings'] as const;
export type Need = (typeof NEEDS)[number];

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

/** Where the reviewer reads the answers, and under which name. */
export class StaffEntry {
  @IsIn(SHEET_PARTS)
  part: SheetPart;

  @IsOptional()
  @IsString()
  label?: string;
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
