/** Forms of company names that are written their own way. */
const OWN_WAY: ReadonlyMap<string, string> = new Map(
  [
    'Ltd',
    'Limited',
    'LLP',
    'and',
    'of',
    'the',
    'for',
    'in',
    'at',
    'on',
    'UK',
    'NHS',
    'BBC',
    'BT',
    'EE',
    'IT',
    'plc',
    'to',
    'Van',
    'Ann',
    'Art',
    'Law',
    'Sky',
    'St',
    'Co',
    'Go',
    'New',
    'Old',
    'One',
    'Red',
    'Bus',
    'All',
    'Our',
    'Day',
    'Sea',
    'Way',
    'Pet',
    'Tea',
    'Pub',
    'Gas',
    'Oil',
    'Air',
    'Car',
    'Eye',
    'Inn',
    'Key',
    'May',
    'Son',
    'Sons',
  ].map((form) => [form.toUpperCase(), form]),
);

/** Some enter initials apart: "N H S" is the NHS, for the reader as for the rules that look for public bodies. */
export const joinInitials = (name: string): string =>
  name.replace(/(?<![\p{L}\p{N}])\p{Lu}(?: \p{Lu}){2,}(?![\p{L}\p{N}’'&])/gu, (initials) =>
    initials.replaceAll(' ', ''),
  );

/** What nobody says of a university. */
const LEGAL_FORM = /\s*\(the\)$| Higher Education Corporation$/i;

/**
 * A registered name for reading: the register shouts. Words of four letters or more with a vowel get one capital; short ones stay
 * as they are, for they are mostly initials.
 */
export function employerName(registered: string): string {
  const name = joinInitials(registered.trim().replace(/\s+/g, ' ')).replace(LEGAL_FORM, '');
  if (name !== name.toUpperCase())
    return name
      .replace(/\bNhs\b/g, 'NHS')
      .replace(/(?<=\S )(And|Of|For|The|In)\b/g, (word) => word.toLowerCase())
      .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
  return name.replace(/[\p{L}\p{M}’']+/gu, (word, at: number) => {
    const own = OWN_WAY.get(word);
    if (own) return at === 0 ? own.charAt(0).toUpperCase() + own.slice(1) : own;
    if (word.length < 4 || !/[AEIOUY]/.test(word)) return word;
    return (word.charAt(0) + word.slice(1).toLowerCase()).replace(
      /^O(['’])(\p{L})/u,
      (_whole, mark: string, letter: string) => `O${mark}${letter.toUpperCase()}`,
    );
  });
}
