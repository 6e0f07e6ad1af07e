import 'reflect-metadata';
import { ArrayMaxSize, IsArray, IsBoolean, IsNotEmpty, IsString, Matches, MaxLength } from 'class-validator';
import { projectPath } from '@app/config';
import { ContentError, readCodedFolder } from '@app/occupations';

/** Which employers employ the people of a unit group, as an editor judged it. An employer fits by a code or a name, unless a name in `not` fits. */
export class Industries {
  /** Five-digit UK SIC 2007 codes whose large employers employ this work in numbers, best first. */
  @IsArray() @ArrayMaxSize(10) @Matches(/^\d{5}$/, { each: true }) sic: string[];
  /** Words of names, whole and in any case, for bodies whose codes say nothing (councils, NHS trusts, the largest groups). */
  @IsArray() @IsString({ each: true }) @IsNotEmpty({ each: true }) names: string[];
  /** Words of names to leave out although a code or a name fits. */
  @IsArray() @IsString({ each: true }) @IsNotEmpty({ each: true }) not: string[];
  /** True when the codes are mainly this work: a bus company for bus drivers. */
  @IsBoolean() only: boolean;
  /** Who usually employs such people, one sentence. */
  @IsString() @IsNotEmpty() @MaxLength(300) usual: string;
  /** How to find them near home, one sentence with a page, board or body. */
  @IsString() @IsNotEmpty() @MaxLength(300) find: string;
}

export const INDUSTRIES_FOLDER = projectPath('libs/labour-market/content/employers');

/** Codes under which employers of every kind hide; a list that rests on one names the wrong firms. */
const RAG_BAGS: readonly string[] = ['70100', '82990', '74909', '96090'];

/**
 * The editors' industries of every unit group (`content/employers/`).
 * @param unitGroups every SOC 2020 unit group there is
 * @throws ContentError with file and line: a group that is missing or unknown, a code twice, or a code of a rag-bag
 */
export function loadIndustries(
  unitGroups: ReadonlyMap<string, unknown>,
  folder: string = INDUSTRIES_FOLDER,
): ReadonlyMap<string, Industries> {
  const entries = readCodedFolder(folder, Industries);
  const problems: string[] = [];
  for (const { code, entry, placeOf } of entries) {
    if (!unitGroups.has(code)) problems.push(`${placeOf()}: ${code} is no unit group`);
    entry.sic.forEach((sic, index) => {
      const say = (fault: string): number =>
        problems.push(`${placeOf(['sic', index])}: ${code}: ${sic} ${fault}`);
      if (entry.sic.indexOf(sic) !== index) say('stands twice');
      if (RAG_BAGS.includes(sic)) say('holds employers of every kind');
    });
  }
  const written = new Set(entries.map(({ code }) => code));
  for (const code of unitGroups.keys()) if (!written.has(code)) problems.push(`${code} has no industries`);
  if (problems.length > 0) throw new ContentError(problems);
  return new Map(entries.map(({ code, entry }) => [code, entry]));
}
