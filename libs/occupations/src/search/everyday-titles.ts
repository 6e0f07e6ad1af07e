import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { Type } from 'class-transformer';
import { ArrayMinSize, ArrayUnique, IsArray, IsNotEmpty, IsString, ValidateNested } from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError } from '../content-files/content-error.js';
import { readContent } from '../content-files/yaml-file.js';

/** Where the everyday names are kept. In a folder of its own: the files above it are occupations. */
const EVERYDAY_FILE = 'libs/occupations/content/search/everyday-titles.yaml';

class EverydayNames {
  @IsString() @IsNotEmpty() slug: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayUnique()
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  names: string[];
}

class EverydayContent {
  @IsArray()
  @ArrayUnique(({ slug }: EverydayNames) => slug)
  @ValidateNested({ each: true })
  @Type(() => EverydayNames)
  occupations: EverydayNames[];
}

/**
 * Names that people in the UK use for their work and no official list has, by the slug of the occupation.
 * @param current leads a slug of the file to the occupation that holds it now, or to undefined
 * @throws ContentError with file and line for a damaged file or a slug that leads nowhere
 */
export function loadEverydayTitles(
  current: (slug: string) => string | undefined,
  path: string = projectPath(EVERYDAY_FILE),
): ReadonlyMap<string, readonly string[]> {
  const { file, content, lineOf } = readContent(basename(path), readFileSync(path, 'utf8'), EverydayContent);
  const titles = new Map<string, string[]>();
  const problems: string[] = [];
  content.occupations.forEach(({ slug, names }, index) => {
    const now = current(slug);
    if (now === undefined) {
      problems.push(`${file}:${lineOf(['occupations', index, 'slug'])}: there is no occupation ${slug}`);
      return;
    }
    titles.set(now, [...(titles.get(now) ?? []), ...names]);
  });
  if (problems.length > 0) throw new ContentError(problems);
  return titles;
}
