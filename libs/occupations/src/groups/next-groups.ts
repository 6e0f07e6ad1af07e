import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError } from '../content-files/content-error.js';
import { readCodedFolder } from '../content-files/coded-files.js';

/** A move that people in the UK make from one unit group to another, as an editor wrote it. */
export class NextGroup {
  /** SOC 2020 unit group, four digits. */
  @Matches(/^\d{4}$/) to: string;
  /** Half a line: what carries over, or why people do it. */
  @IsString() @IsNotEmpty() @MaxLength(140) why: string;
  /** The licence, register, course or step up that the move takes; absent where none is needed. */
  @IsOptional() @IsString() @IsNotEmpty() @MaxLength(170) route?: string;
  /** Months that this step takes, where it is shorter than the whole way into the group: a course of days for who knows the trade. */
  @IsOptional() @IsInt() @Min(0) @Max(60) months?: number;
  /** The months are worked and paid, as in an apprenticeship or a trainee's post: a wait, and no time without pay. */
  @IsOptional() @IsBoolean() paid?: boolean;
  /** Trades within the group (the two digits of the sub-unit group) of which the reason is not true. */
  @IsOptional() @IsArray() @Matches(/^\d{2}$/, { each: true }) not?: string[];
  /** Beginnings of words in a person's own title that say that the move stays with their employer or trade: it is the most usual one for them. */
  @IsOptional() @IsArray() @Matches(/^\p{Ll}[\p{Ll} -]+$/u, { each: true }) trades?: string[];
}

/** A group inside a unit group that has moves of its own needs no more than a page shows. */
const LEAST_WITHIN = 3;
const LEAST = 6;

/** What stands under one code in the files of moves. */
export class NextGroupsEntry {
  @IsArray()
  @ArrayMinSize(LEAST_WITHIN)
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => NextGroup)
  items: NextGroup[];
}

export const MOVES_FOLDER = 'libs/occupations/content/groups/next';
/** No group is offered from more than this share of all groups: one that fits everywhere fits nobody. */
const MOST_OFTEN = 1 / 12;

/**
 * The editors' moves from every unit group, best first (`content/groups/next/`), and from six-digit groups whose work is another.
 * @param unitGroups every SOC 2020 unit group there is
 * @throws ContentError with file and line: a group without moves, a move to itself, twice to one, to a group that does not exist, or to one
 *   that is offered from more than one group in twelve
 */
export function loadNextGroups(
  unitGroups: ReadonlySet<string>,
  folder: string = projectPath(MOVES_FOLDER),
): ReadonlyMap<string, readonly NextGroup[]> {
  const entries = readCodedFolder(folder, NextGroupsEntry);
  const problems: string[] = [];
  const offered = new Map<string, number>();
  for (const { code, entry, placeOf } of entries) {
    const unit = code.slice(0, 4);
    if (!unitGroups.has(unit) || !/^\d{4}(\/\d\d)?$/.test(code))
      problems.push(`${placeOf()}: ${code} is no group`);
    if (code === unit && entry.items.length < LEAST)
      problems.push(`${placeOf()}: ${code} has fewer than ${LEAST} moves`);
    entry.items.forEach(({ to }, index) => {
      const say = (fault: string): number =>
        problems.push(`${placeOf(['items', index, 'to'])}: ${code}: ${fault}`);
      if (!unitGroups.has(to)) say(`${to} is no unit group`);
      if (to === unit) say('a move to itself');
      if (entry.items.findIndex((other) => other.to === to) !== index) say(`${to} stands twice`);
      if (code === unit) offered.set(to, (offered.get(to) ?? 0) + 1);
    });
  }
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups) if (!written.has(code)) problems.push(`${code} has no moves`);
  for (const [to, times] of offered)
    if (times > MOST_OFTEN * unitGroups.size) problems.push(`${to} is offered from ${times} groups`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry.items]));
}

/** The moves of a page's group: its own list where it has one, else those of its unit group whose reason is true of it. */
export function movesOf(
  written: ReadonlyMap<string, readonly NextGroup[]>,
  code: string,
): readonly NextGroup[] {
  const [unit = '', part = ''] = code.split('/');
  return written.get(code) ?? (written.get(unit) ?? []).filter(({ not = [] }) => !not.includes(part));
}
