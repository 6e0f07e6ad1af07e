import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { ArrayMinSize, ArrayUnique, IsArray, IsNotEmpty, IsString } from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError } from '../content-files/content-error.js';
import { readEntries } from '../content-files/yaml-file.js';

const NAMES_FILE = 'libs/occupations/content/search/names-by-group.yaml';

class Names {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  items: string[];
}

/**
 * Names that people in the UK use for their work, by the slug of the page of the group they mean.
 * @param pageOf the slug of the page of a group; of a sub-unit group without one, of its unit group
 * @throws ContentError with file and line for a damaged file or a group there is not
 */
export function loadNamesByGroup(
  pageOf: (code: string) => string | undefined,
  path: string = projectPath(NAMES_FILE),
): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>();
  const problems: string[] = [];
  for (const { code, entry, placeOf } of readEntries(basename(path), readFileSync(path, 'utf8'), Names)) {
    const slug = pageOf(code);
    if (slug === undefined) problems.push(`${placeOf()}: there is no group ${code}`);
    else names.set(slug, [...(names.get(slug) ?? []), ...entry.items]);
  }
  if (problems.length > 0) throw new ContentError(problems);
  return names;
}
