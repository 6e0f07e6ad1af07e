import type { Liquid } from 'liquidjs';

const NUMBERS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "£38,400". Whole pounds. */
export const pounds = (value: number): string => `£${Math.round(value).toLocaleString('en-GB')}`;

/** Up to one decimal, none when whole: 4 → "4", 2.5 → "2.5". */
export const hours = (value: number): string => String(Math.round(value * 10) / 10);

/** "a data scientist", "an engineer"; titles keep capitals that are not just the first letter's. */
export function withArticle(title: string): string {
  const lower = inSentence(title);
  return `${/^[aeiou]/i.test(lower) && !/^(uni|use|euro|one)/i.test(lower) ? 'an' : 'a'} ${lower}`;
}

/** A title inside a sentence: "Data scientist" → "data scientist"; "HR manager", "IT" and "English language" stay. */
const PROPER = /^(English|British|Welsh|Scottish|Irish|American|French|Spanish|German|Latin)\b/;
export const inSentence = (title: string): string =>
  /^\p{Lu}[\p{Ll}\d'’-]/u.test(title) && !PROPER.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;

/** "a, b and c". */
export const listed = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;

/** Filters that the copy may use. */
export function wordFilters(liquid: Liquid): Liquid {
  liquid.registerFilter('an', (title: unknown) => withArticle(String(title)));
  liquid.registerFilter('lower', (title: unknown) => inSentence(String(title)));
  liquid.registerFilter('listed', (items: unknown) =>
    Array.isArray(items) ? listed(items.map(String)) : String(items),
  );
  liquid.registerFilter('number', (value: unknown) => NUMBERS[Number(value)] ?? String(value));
  liquid.registerFilter('pounds', (value: unknown) => pounds(Number(value)));
  liquid.registerFilter('hours', (value: unknown) => hours(Number(value)));
  liquid.registerFilter('percent', (value: unknown) => `${Math.round(Number(value) * 100)}%`);
  liquid.registerFilter(
    'initial',
    (text: unknown) => String(text).charAt(0).toUpperCase() + String(text).slice(1),
  );
  return liquid;
}
