import { Type } from 'class-transformer';
import { IsArray, IsBoolean, IsOptional, IsString, Matches, ValidateNested } from 'class-validator';
import { NAME } from './entry-name.js';

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
