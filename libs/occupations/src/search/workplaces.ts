import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  ValidateNested,
} from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError } from '../content-files/content-error.js';
import { readContent } from '../content-files/yaml-file.js';

const WORKPLACES_FILE = 'libs/occupations/content/search/workplaces.yaml';

/** What a name is of: an employer (“Tesco”), a kind of place (“call centre”), a field of work (“marketing”), or many jobs (“driver”). */
export type WorkplaceKind = 'employer' | 'place' | 'field' | 'many';

class Workplace {
  @IsIn(['employer', 'place', 'field', 'many']) is: WorkplaceKind;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  names: string[];
  /** Groups of SOC 2020 whose work many people do there, commonest first. */
  @IsArray() @ArrayMinSize(1) @ArrayUnique() @IsString({ each: true }) groups: string[];
}

class WorkplacesContent {
  @IsArray() @ValidateNested({ each: true }) @Type(() => Workplace) workplaces: Workplace[];
}

/** A workplace with the pages of its work, commonest first. */
export interface KnownWorkplace {
  readonly is: WorkplaceKind;
  readonly names: readonly string[];
  readonly slugs: readonly string[];
}

/**
 * Employers, places and fields of work that people type instead of a job.
 * @param pageOf the slug of the page of a group, or undefined
 * @throws ContentError with file and line for a damaged file, a group without a page and a name that stands twice
 */
export function loadWorkplaces(
  pageOf: (code: string) => string | undefined,
  path: string = projectPath(WORKPLACES_FILE),
): KnownWorkplace[] {
  const { file, content, lineOf } = readContent(
    basename(path),
    readFileSync(path, 'utf8'),
    WorkplacesContent,
  );
  const problems: string[] = [];
  const seen = new Set<string>();
  const known = content.workplaces.map(({ is, names, groups }, index) => {
    const say = (place: (string | number)[], message: string): number =>
      problems.push(`${file}:${lineOf(['workplaces', index, ...place])}: ${message}`);
    names.forEach((name, at) => {
      if (seen.has(name.toLowerCase())) say(['names', at], `${name} is there twice`);
      seen.add(name.toLowerCase());
    });
    const slugs = groups.flatMap((code, at) => {
      const slug = pageOf(code);
      if (slug === undefined) say(['groups', at], `there is no page of group ${code}`);
      return slug === undefined ? [] : [slug];
    });
    return { is, names, slugs: [...new Set(slugs)] };
  });
  if (problems.length > 0) throw new ContentError(problems);
  return known;
}
