/** SIC 2007 divisions: the last division of each section. */
const SECTIONS: readonly (readonly [last: number, section: string])[] = [
  [3, 'A'],
  [9, 'B'],
  [33, 'C'],
  [35, 'D'],
  [39, 'E'],
  [43, 'F'],
  [47, 'G'],
  [53, 'H'],
  [56, 'I'],
  [63, 'J'],
  [66, 'K'],
  [68, 'L'],
  [75, 'M'],
  [82, 'N'],
  [84, 'O'],
  [85, 'P'],
  [88, 'Q'],
  [93, 'R'],
  [96, 'S'],
  [98, 'T'],
  [99, 'U'],
];

/** Activities of head offices: a supermarket gives it beside its own, and it says nothing of what the employer does. */
export const HEAD_OFFICE = '70100';

/**
 * Industry section A–U of a five-digit SIC 2007 code whose leading nought may be lost (`1470` is 01470). Null for what names
 * no industry: the service's own `1`, which only says "public sector", and head offices.
 */
export function sectionOfSic(sic: string): string | null {
  if (sic === HEAD_OFFICE) return null;
  const division = Math.floor(Number(sic) / 1000);
  if (!Number.isInteger(division) || division < 1) return null;
  return SECTIONS.find(([last]) => division <= last)?.[1] ?? null;
}

const NAMES: readonly (readonly [pattern: RegExp, section: string])[] = [
  [/\b(NHS|N H S|health board|hospitals?|ambulance|integrated care board)\b/i, 'Q'],
  [
    /\b(universit(y|ies)|colleges?|academ(y|ies)|schools?|education(al)? trust|learning trust|multi academy)\b/i,
    'P',
  ],
  [
    /\b(council|borough|police|constabulary|fire and rescue|fire & rescue|fire authority|department for|ministry|office for|HM revenue|agency|civil service|government)\b/i,
    'O',
  ],
];

/** Industry section told by plain words of a public body's name, or null. */
export function sectionOfName(name: string): string | null {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
