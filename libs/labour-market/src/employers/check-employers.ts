import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import { ContentError, type EmployerRecord } from '@app/occupations';
import { parse } from 'yaml';
import { areaOf, nationOfRegion } from './areas.js';
import { EmployerIndex } from './employer-index.js';
import {
  type EmployerKind,
  KINDS_FOLDER,
  parseEmployer,
  type PlacedEmployer,
  readEmployerKinds,
} from './employer-kind.js';
import { anyWord, Places } from './places.js';

/** Companies that only some lists may name (`content/employer-marks.yaml`). */
interface Mark {
  readonly why: string;
  readonly words: readonly string[];
  readonly kinds?: readonly string[];
  readonly groups?: readonly string[];
}

const content = <T>(file: string): T =>
  parse(readFileSync(projectPath(`libs/labour-market/content/${file}`), 'utf8')) as T;

const marks = (): Mark[] => Object.values(content<Readonly<Record<string, Mark>>>('employer-marks.yaml'));

/** Where bodies of one nation or some regions work, and which names are theirs. */
const fields = (): { key: string; regions: readonly string[]; fits: (name: string) => boolean }[] =>
  Object.entries(content<Readonly<Record<string, readonly string[]>>>('places/fields-of-work.yaml')).map(
    ([key, words]) => ({ key, regions: areaOf(key)?.regions ?? [], fits: anyWord(words) }),
  );

/**
 * The kinds of employers, every name of them held against the register, the fields of work and the marks.
 * @throws ContentError with file and line of every name that is not in the register, is shown where it does not work, or is marked for
 * other kinds
 */
export function loadEmployerKinds(
  employers: readonly EmployerRecord[],
  folder: string = KINDS_FOLDER,
): ReadonlyMap<string, EmployerKind> {
  const { kinds, placed } = readEmployerKinds(folder);
  const index = new EmployerIndex(employers);
  const places = new Places();
  const limits = fields();
  const marked = marks();
  const problems = placed.flatMap((one) => {
    const { name, words, page } = parseEmployer(one.written);
    const entry = page === undefined ? index.entryOf(words ?? name) : undefined;
    if (page === undefined && !entry) return [`${one.place}: ${name} is not in the register`];
    const known = [name, ...(entry ? [entry.name] : [])];
    const mark = marked.find((each) => known.some(anyWord(each.words)) && !each.kinds?.includes(one.kind));
    return [
      ...(mark ? [`${one.place}: ${name} is ${mark.why}, not one of ${one.kind}`] : []),
      ...outsideOf(one, known, limits, places),
    ];
  });
  if (problems.length > 0) throw new ContentError(problems);
  return kinds;
}

/** What is wrong with where an employer is shown. A field of work that is written down goes before a place in its name. */
function outsideOf(
  { area, place }: PlacedEmployer,
  known: readonly string[],
  limits: ReturnType<typeof fields>,
  places: Places,
): string[] {
  const regions = areaOf(area)?.regions ?? [];
  const [name = ''] = known;
  const own = limits.filter(({ fits }) => known.some(fits));
  if (own.length > 0) {
    const field = own.flatMap((one) => one.regions);
    return regions.every((region) => field.includes(region))
      ? []
      : [`${place}: ${name} works in ${own.map(({ key }) => key).join(' ')} alone, not in ${area}`];
  }
  const [home, ...more] = places.tiesOf(known.at(-1) ?? name);
  return home === undefined ||
    more.length > 0 ||
    regions.every((region) => nationOfRegion(region) === nationOfRegion(home))
    ? []
    : [`${place}: ${name} is of ${nationOfRegion(home)} by its name, not of ${area}`];
}

/** What is wrong with the kinds of a unit group: one that there is not, or one that names companies marked for other groups. */
export function kindFaults(
  code: string,
  chosen: readonly string[],
  kinds: ReadonlyMap<string, EmployerKind>,
): string[] {
  const limited = marks().filter(({ groups }) => groups && !groups.some((group) => code.startsWith(group)));
  return chosen.flatMap((id, at) => {
    const kind = kinds.get(id);
    if (!kind) return [`there is no kind ${id}`];
    if (chosen.indexOf(id) !== at) return [`${id} stands twice`];
    const written = Object.values(kind.areas).flat();
    return limited.flatMap(({ why, words }) => {
      const named = written.find((each) => anyWord(words)(each));
      return named ? [`${id} names ${parseEmployer(named).name}, ${why}, which is not for ${code}`] : [];
    });
  });
}
