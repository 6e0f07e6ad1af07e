import type { GroupLink, GroupTitles, UnitGroupLinks } from '@app/occupations';
import { ImportError } from '../import-error.js';
import { publicName, slugOf } from '../public-names.js';
import type { IndexGroup } from '../sources/coding-index.js';

/** A unit group, or a sub-unit group inside one, with what the editors and the index say of it. */
export interface BritishGroup {
  /** `2433` or `2433/04`. */
  readonly code: string;
  readonly unit: string;
  readonly title: string;
  /** As ONS prints it. */
  readonly sourceTitle: string;
  readonly slug: string;
  /** False for what has no page: "n.e.c." groups, and the only group of a unit group, which is the unit group. */
  readonly page: boolean;
  readonly codes: Readonly<Record<string, number>>;
  readonly sure: GroupLink['sure'];
  /** Index entries by ISCO-08 unit group. */
  readonly isco: ReadonlyMap<string, number>;
}

const REST = /n\.e\.c\.?/i;
/** What is left over is nobody's job: its page has the name, and the address, that an editor gave it. */
const LEFT_OVER = /^other /i;

/** A unit group's name; one that holds the rest of its minor group is called "Other …". */
function familyName(sourceTitle: string): string {
  const name = publicName(sourceTitle.replace(/ n\.e\.c\.?/i, ''));
  return REST.test(sourceTitle) && !/^other /i.test(name)
    ? `Other ${name.charAt(0).toLowerCase()}${name.slice(1)}`
    : name;
}

/**
 * Every unit group and sub-unit group, unit groups first, each in the order of its code.
 * @throws ImportError when links and index do not hold the same groups
 */
export function britishGroups(
  names: ReadonlyMap<string, string>,
  index: ReadonlyMap<string, IndexGroup>,
  links: ReadonlyMap<string, UnitGroupLinks>,
  titles: GroupTitles = {},
): BritishGroup[] {
  const linked = new Set([...links.values()].flatMap(({ groups }) => [...groups.keys()]));
  const odd = [...index.keys()].filter((code) => !linked.has(code));
  odd.push(...[...linked].filter((code) => !index.has(code)));
  if (odd.length > 0)
    throw new ImportError('groups/links', null, `${odd.join(', ')}: not in both the index and the links`);
  const taken = new Set<string>();
  const slugFor = (title: string, code: string): string => {
    const plain = slugOf(LEFT_OVER.test(title) ? (titles[code] ?? title) : title);
    const slug = taken.has(plain) ? `${plain}-${code.replace('/', '-')}` : plain;
    taken.add(slug);
    return slug;
  };
  const units: BritishGroup[] = [];
  const inside: BritishGroup[] = [];
  for (const [unit, { codes, groups }] of [...links].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const only = groups.size === 1 ? [...groups.values()][0] : undefined;
    const sourceTitle = names.get(unit) ?? unit;
    const title = only?.title ?? familyName(sourceTitle);
    const isco = new Map<string, number>();
    for (const code of groups.keys())
      for (const [to, count] of index.get(code)?.isco ?? []) isco.set(to, (isco.get(to) ?? 0) + count);
    const sure = only?.sure ?? (Object.keys(codes).length > 0 ? 'good' : 'weak');
    units.push({
      code: unit,
      unit,
      title,
      sourceTitle,
      slug: slugFor(title, unit),
      page: true,
      codes,
      sure,
      isco,
    });
    for (const [code, link] of groups) {
      const entry = index.get(code);
      if (!entry) continue;
      const page = !only && !REST.test(entry.title);
      inside.push({
        ...{
          code,
          unit,
          title: link.title,
          sourceTitle: entry.title,
          page,
          codes: link.codes,
          sure: link.sure,
        },
        slug: page ? slugFor(link.title, code) : '',
        isco: entry.isco,
      });
    }
  }
  return [...units, ...inside];
}
