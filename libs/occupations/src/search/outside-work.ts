import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Type } from 'class-transformer';
import { ArrayMinSize, IsArray, IsNotEmpty, IsString, MaxLength, ValidateNested } from 'class-validator';
import { projectPath } from '@app/config';
import { readContent } from '../content-files/yaml-file.js';

const OUTSIDE_FILE = 'libs/occupations/content/search/outside-work.yaml';

/** A way to stand outside work, as people type it, and what the page says to them. */
export class OutsideWork {
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) @IsNotEmpty({ each: true }) names: string[];
  @IsString() @IsNotEmpty() @MaxLength(80) heading: string;
  @IsString() @IsNotEmpty() @MaxLength(320) text: string;
}

class OutsideContent {
  @IsArray() @ValidateNested({ each: true }) @Type(() => OutsideWork) people: OutsideWork[];
  /** Said beside it: since when, for how long, of how many children. */
  @IsArray() @IsString({ each: true }) beside: string[];
}

/** @throws ContentError with file and line for a damaged file */
export const loadOutsideWork = (path: string = projectPath(OUTSIDE_FILE)): OutsideContent =>
  readContent(basename(path), readFileSync(path, 'utf8'), OutsideContent).content;
