import { byText, FOUR_DIGITS, push } from '../codes.js';
import type { ImportContext } from '../import-context.js';

/** A six-digit sub-unit group as the index has it. */
export interface IndexGroup {
  /** `2433/01` */
  readonly code: string;
  /** As ONS prints it; "n.e.c." says that it holds what has no group of its own. */
  readonly title: string;
  /** British job titles, by the alphabet, each once. */
  readonly titles: readonly string[];
  /** Index entries by ISCO-08 unit group. */
  readonly isco: ReadonlyMap<string, number>;
}

export interface CodingIndex {
  /** Every sub-unit group by its code, in order. */
  readonly groups: ReadonlyMap<string, IndexGroup>;
  /** British job titles by SOC 2020 unit group, by the alphabet, each once. */
  readonly titles: ReadonlyMap<string, readonly string[]>;
  /** Index entries by SOC 2020 unit group and, within it, by ISCO-08 unit group. */
  readonly iscoOfUnitGroup: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** The same entries the other way round. */
  readonly unitGroupsOfIsco: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

const TITLE = 'INDEXOCC-natural_word_order';
const GROUP_TITLE = 'SOC2020_ext_SUG_title';
const GROUP_CODE = /^\d{4}\/\d\d$/;
const ISCO = 'ISCO-08 code based on SOC2020';

/**
 * The ONS coding index. Entries that only point to another entry (`}}}}`) are left out. A title of one word keeps its qualifiers
 * ("Teacher, secondary school"), because alone it would lead people astray; longer titles are clear without theirs.
 */
export async function readCodingIndex(
  context: ImportContext,
  unitGroups: ReadonlySet<string>,
): Promise<CodingIndex> {
  const columns = ['SOC_2020', 'SOC_2020_ext', ISCO, TITLE, GROUP_TITLE, 'ADD', 'IND'];
  const rows = await context.sheet('codingIndex', 'SOC2020 coding index', { columns, minRows: 30_000 });
  const titles = new Map<string, Map<string, string>>();
  const isco: Counts = new Map();
  const back: Counts = new Map();
  const groups = new Map<string, { title: string; titles: Map<string, string>; isco: Map<string, number> }>();
  const pointers: string[] = [];
  const noIsco: string[] = [];
  for (const row of rows) {
    const unitGroup = row.text('SOC_2020');
    const plain = row.text(TITLE).replace(/\s+/g, ' ');
    if (unitGroup === '}}}}') {
      pointers.push(plain);
      continue;
    }
    if (!FOUR_DIGITS.test(unitGroup) || !unitGroups.has(unitGroup))
      row.fail(`"${unitGroup}" is not a SOC 2020 unit group`);
    const iscoCode = row.text(ISCO);
    const code = row.code('SOC_2020_ext', GROUP_CODE);
    const group = groups.get(code) ?? { title: row.text(GROUP_TITLE), titles: new Map(), isco: new Map() };
    groups.set(code, group);
    if (FOUR_DIGITS.test(iscoCode)) {
      group.isco.set(iscoCode, (group.isco.get(iscoCode) ?? 0) + 1);
      count(isco, unitGroup, iscoCode);
      count(back, iscoCode, unitGroup);
    } else noIsco.push(plain);
    const qualifiers = [row.text('ADD'), row.text('IND')].filter((text) => text !== '').join(', ');
    const title =
      qualifiers !== '' && !plain.includes(' ') ? `${plain}, ${qualifiers.replace(/\s+/g, ' ')}` : plain;
    const own = titles.get(unitGroup) ?? new Map<string, string>();
    if (!own.has(title.toLowerCase())) own.set(title.toLowerCase(), title);
    titles.set(unitGroup, own);
    if (!group.titles.has(title.toLowerCase())) group.titles.set(title.toLowerCase(), title);
  }
  context.leaveOut('codingIndex', 'entry that only points to another', pointers);
  context.leaveOut('codingIndex', 'entry without ISCO-08 code', noIsco);
  const lists = new Map<string, string[]>();
  for (const unitGroup of [...unitGroups].sort()) {
    for (const title of [...(titles.get(unitGroup)?.values() ?? [])].sort(byText))
      push(lists, unitGroup, title);
  }
  const inOrder = [...groups].sort(([a], [b]) => byText(a, b));
  return {
    groups: new Map(
      inOrder.map(([code, { title, titles: own, isco: counts }]) => [
        code,
        { code, title, titles: [...own.values()].sort(byText), isco: counts },
      ]),
    ),
    titles: lists,
    iscoOfUnitGroup: isco,
    unitGroupsOfIsco: back,
  };
}

type Counts = Map<string, Map<string, number>>;

function count(counts: Counts, from: string, to: string): void {
  const own = counts.get(from) ?? new Map<string, number>();
  own.set(to, (own.get(to) ?? 0) + 1);
  counts.set(from, own);
}
