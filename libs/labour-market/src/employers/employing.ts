import 'reflect-metadata';
import {
  ArrayMaxSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError, readCodedFolder } from '@app/occupations';
import { areaOf } from './areas.js';
import { kindFaults } from './check-employers.js';
import type { EmployerKind } from './employer-kind.js';

/** Who employs the people of a unit group, as an editor judged it. */
export class Employing {
  /** Kinds of employers (`content/employer-kinds/`) that surely employ this work, the most usual first; none where no list fits. */
  @IsArray() @ArrayMaxSize(8) @IsString({ each: true }) @IsNotEmpty({ each: true }) kinds: string[];
  /** Kinds that employ nobody of this work in an area, though they do elsewhere: by area (`areaOf`). */
  @IsOptional() @IsObject() without?: Readonly<Record<string, readonly string[]>>;
  /** Who usually employs such people, one sentence. */
  @IsString() @IsNotEmpty() @MaxLength(300) usual: string;
  /** How to find them near home, one sentence with a page, board or body. */
  @IsString() @IsNotEmpty() @MaxLength(300) find: string;
}

export const EMPLOYING_FOLDER = projectPath('libs/labour-market/content/employers');

/**
 * Who employs each unit group (`content/employers/`).
 * @param unitGroups every SOC 2020 unit group there is
 * @param kinds every kind of employers there is
 * @throws ContentError with file and line: a group that is missing or unknown, or a kind that does not exist, stands twice or is not for it
 */
export function loadEmploying(
  unitGroups: ReadonlyMap<string, unknown>,
  kinds: ReadonlyMap<string, EmployerKind>,
  folder: string = EMPLOYING_FOLDER,
): ReadonlyMap<string, Employing> {
  const entries = readCodedFolder(folder, Employing);
  const problems: string[] = [];
  for (const { code, entry, placeOf } of entries) {
    if (!unitGroups.has(code)) problems.push(`${placeOf()}: ${code} is no unit group`);
    for (const [area, some] of Object.entries(entry.without ?? {}))
      if (!areaOf(area) || some.some((kind) => !entry.kinds.includes(kind)))
        problems.push(`${placeOf(['without'])}: ${code}: ${area} without ${some.join(', ')} says nothing`);
    for (const fault of kindFaults(code, entry.kinds, kinds))
      problems.push(`${placeOf(['kinds'])}: ${code}: ${fault}`);
  }
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups.keys()) if (!written.has(code)) problems.push(`${code} has no employers`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}
