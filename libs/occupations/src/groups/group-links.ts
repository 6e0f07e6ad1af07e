import 'reflect-metadata';
import { IsIn, IsNotEmpty, IsObject, IsString, MaxLength } from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError } from '../content-files/content-error.js';
import { readCodedFolder } from '../content-files/coded-files.js';
import { readContent } from '../content-files/yaml-file.js';

/** Weights by O*NET-SOC 2019 code; they sum to 1, or there are none: then nothing American is this work. */
export type Codes = Readonly<Record<string, number>>;

/** A British sub-unit group and the O*NET occupations that are the same work, as an editor judged it. */
export class GroupLink {
  /** Our title: British, singular, in natural words. */
  @IsString() @IsNotEmpty() @MaxLength(90) title: string;
  @IsObject() codes: Codes;
  /** Half a line: why these are the same work, or what is missing. */
  @IsString() @IsNotEmpty() @MaxLength(200) why: string;
  @IsIn(['good', 'fair', 'weak']) sure: 'good' | 'fair' | 'weak';
}

class UnitGroupEntry {
  /** What most people of the unit group do, pooled. */
  @IsObject() codes: Codes;
  /** By six-digit sub-unit group of the ONS coding index (`2231/01`). */
  @IsObject() groups: Readonly<Record<string, GroupLink>>;
}

export interface UnitGroupLinks {
  readonly codes: Codes;
  readonly groups: ReadonlyMap<string, GroupLink>;
}

const MOST_CODES = 4;

/**
 * The editors' links of British groups to O*NET occupations (`content/groups/links/`).
 * @param unitGroups every SOC 2020 unit group there is
 * @param occupations every O*NET-SOC code with data
 * @throws ContentError with file and line: a unit group that is missing or unknown, a sub-unit group outside its unit group, a code that has
 *   no data, more than four codes, weights that do not sum to 1
 */
export function loadGroupLinks(
  unitGroups: ReadonlySet<string>,
  occupations: ReadonlySet<string>,
  folder: string = projectPath('libs/occupations/content/groups/links'),
): ReadonlyMap<string, UnitGroupLinks> {
  const entries = readCodedFolder(folder, UnitGroupEntry);
  const problems: string[] = [];
  const links = new Map<string, UnitGroupLinks>();
  for (const { code, entry, placeOf } of entries) {
    const say = (path: readonly string[], fault: string): number =>
      problems.push(`${placeOf(path)}: ${fault}`);
    if (!unitGroups.has(code)) say([], `${code} is no unit group`);
    for (const fault of codeFaults(entry.codes, occupations)) say(['codes'], `${code}: ${fault}`);
    const groups = new Map<string, GroupLink>();
    for (const [group, plain] of Object.entries(entry.groups)) {
      const path = ['groups', group];
      try {
        const { content } = readContent(group, JSON.stringify(plain), GroupLink);
        groups.set(group, content);
        for (const fault of codeFaults(content.codes, occupations)) say(path, `${group}: ${fault}`);
      } catch (error) {
        if (!(error instanceof ContentError)) throw error;
        for (const fault of error.problems) say(path, fault);
      }
      if (!new RegExp(`^${code}/\\d\\d$`).test(group)) say(path, `${group} is not inside ${code}`);
    }
    links.set(code, { codes: entry.codes, groups });
  }
  for (const code of unitGroups) if (!links.has(code)) problems.push(`${code} has no links`);
  if (problems.length > 0) throw new ContentError(problems);
  return links;
}

function codeFaults(codes: Codes, occupations: ReadonlySet<string>): string[] {
  const entries = Object.entries(codes);
  const sum = entries.reduce((total, [, weight]) => total + Math.round(weight * 100), 0);
  return [
    ...entries.filter(([code]) => !occupations.has(code)).map(([code]) => `${code} has no data`),
    ...(entries.some(([, weight]) => !(weight > 0 && weight <= 1))
      ? ['a weight is not between 0 and 1']
      : []),
    ...(entries.length > MOST_CODES ? [`more than ${MOST_CODES} codes`] : []),
    ...(entries.length > 0 && sum !== 100 ? [`the weights sum to ${sum / 100}, not 1`] : []),
  ];
}
