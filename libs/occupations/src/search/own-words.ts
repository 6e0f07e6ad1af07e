import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsString,
  ValidateNested,
} from 'class-validator';
import { projectPath } from '@app/config';
import { readContent } from '../content-files/yaml-file.js';

const OWN_WORDS_FILE = 'libs/occupations/content/search/own-words.yaml';

class Meaning {
  @IsArray() @ArrayMinSize(1) @IsString({ each: true }) @IsNotEmpty({ each: true }) say: string[];
  @IsString() @IsNotEmpty() means: string;
}

/** How people put their work in their own words, and what titles call it. */
export class OwnWords {
  /** Said around a job and no part of it: “I work as a”. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) around: string[];
  /** Where a person stands in a job, which few titles say: “trainee”, “head of”. */
  @IsArray() @ArrayUnique() @IsString({ each: true }) seniority: string[];
  /** Short or other words, each with the words it stands for; a title with any of them is meant as well. */
  @IsObject() instead: Record<string, string[]>;
  /** What people say they do, and the title it means. */
  @IsArray() @ValidateNested({ each: true }) @Type(() => Meaning) doing: Meaning[];
}

/** @throws ContentError with file and line for a damaged file */
export const loadOwnWords = (path: string = projectPath(OWN_WORDS_FILE)): OwnWords =>
  readContent(basename(path), readFileSync(path, 'utf8'), OwnWords).content;
