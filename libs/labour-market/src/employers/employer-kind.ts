import { projectPath } from '@app/config';
import { ContentError, readCodedFolder } from '@app/occupations';
import { areaOf } from './areas.js';

export const KINDS_FOLDER = projectPath('libs/labour-market/content/employer-kinds');

/** Public bodies of one sort, told by their names; each serves the region of its name or address. */
export interface NamedBodies {
  /** Words of their names, whole and in any case. */
  readonly words: readonly string[];
  /** Words of names that are left out. */
  readonly not: readonly string[];
  /** Employees they have at least. */
  readonly least: number;
}

/** An employer as an editor wrote it: how people know it, and where that comes from. */
export interface WrittenEmployer {
  readonly name: string;
  /** Words that its entry in the register holds; absent when it is not there. */
  readonly words?: string;
  /** Its own site, when it is not in the register. */
  readonly page?: string;
}

/** Employers of one kind, as an editor knows them: `content/employer-kinds/`. */
export interface EmployerKind {
  /** The kind in words, in the plural. */
  readonly what: string;
  /** Name of the file that it is written in. */
  readonly file: string;
  /** By area (`areaOf`), those of most readers first. */
  readonly areas: Readonly<Record<string, readonly string[]>>;
  readonly named?: NamedBodies;
  /** True of public bodies that are as good as one another: which comes first changes from group to group. */
  readonly alike?: boolean;
}

const isList = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** One employer of a kind and where it stands in its file. */
export interface PlacedEmployer {
  readonly kind: string;
  readonly area: string;
  readonly written: string;
  /** `file:line` */
  readonly place: string;
}

/** `Barratt = BDW TRADING` is entered otherwise than people know it; `NHS Lothian @ www.nhslothian.scot` is in no register. */
export function parseEmployer(written: string): WrittenEmployer {
  const [before = '', page] = written.split(' @ ');
  const at = before.lastIndexOf(' = ');
  const [name, words] = at < 0 ? [before, before] : [before.slice(0, at), before.slice(at + 3)];
  // Names are printed with the apostrophes of print; the register has others.
  return { name: name.replaceAll("'", '’'), ...(page === undefined ? { words } : { page }) };
}

/**
 * The kinds of employers by their names in the content, and every employer with its place.
 * @throws ContentError with file and line: no words, an area that is none, no list, an employer twice in one area, an address that is none
 */
export function readEmployerKinds(folder: string = KINDS_FOLDER): {
  kinds: ReadonlyMap<string, EmployerKind>;
  placed: readonly PlacedEmployer[];
} {
  const problems: string[] = [];
  const placed: PlacedEmployer[] = [];
  const kinds = new Map<string, EmployerKind>();
  for (const { code: kind, entry, placeOf } of readCodedFolder(folder, Object, { anyKey: true })) {
    const { what, named, alike, ...areas } = entry as EmployerKind & EmployerKind['areas'];
    if (typeof what !== 'string' || what === '') problems.push(`${placeOf()}: ${kind}: what is it in words?`);
    for (const [area, list] of Object.entries(areas as EmployerKind['areas'])) {
      const say = (fault: string, index?: number): number =>
        problems.push(`${placeOf(index === undefined ? [area] : [area, index])}: ${kind}: ${fault}`);
      if (!areaOf(area)) say(`${area} is no area`);
      if (!isList(list)) say(`${area} is no list of names`);
      else
        list.forEach((written, index) => {
          if (list.indexOf(written) !== index) say(`${written} stands twice`, index);
          const { page } = parseEmployer(written);
          if (page !== undefined && !/^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(page))
            say(`${page} is no site`, index);
          placed.push({ kind, area, written, place: placeOf([area, index]) });
        });
    }
    const file = placeOf().split(':')[0] ?? '';
    kinds.set(kind, { what, file, areas, ...(named && { named }), ...(alike && { alike }) });
  }
  if (problems.length > 0) throw new ContentError(problems);
  return { kinds, placed };
}
