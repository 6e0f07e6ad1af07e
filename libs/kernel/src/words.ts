const COUNTS = 'no one two three four five six seven eight nine ten'.split(' ');
/** They begin a title and keep their capital. */
const PROPER =
  /^(English|British|Welsh|Scottish|Irish|European|American|French|Spanish|German|Latin|Gas Safe|Royal|Jobcentre|Pilates|[A-Z]-)/;
/** Said with "y" or "w" in front, whatever the letter; and silent h. */
const CONSONANT = /^(uni(?!m|n)|use|user|uti|euro?|ewe|one|once)/i;
const SILENT = /^(hour|honest|honour|heir)/i;
/** Letters whose names begin with a vowel: "an HR officer", "an MRI scan", "a UK bank". */
const SPELT = /^[AEFHILMNORSX](?=[A-Z]{1,4}\b|\b)/;

/** A title inside a sentence: "Data scientist" → "data scientist"; "HR manager", "IT", "MLOps" and "English language" stay. */
export const inSentence = (title: string): string =>
  (/^\p{Lu}[\p{Ll}\d'’-]/u.test(title) || /^\p{Lu} /u.test(title)) && !PROPER.test(title)
    ? title.charAt(0).toLowerCase() + title.slice(1)
    : title;

/** The title with its article, by sound: "a data scientist", "an engineer", "an HR officer", "a union official". */
export function withArticle(title: string): string {
  const shown = inSentence(title);
  const letters = /^[A-Z]([A-Z]|\b)/.test(shown);
  const vowel = letters
    ? SPELT.test(shown)
    : SILENT.test(shown) || (/^[aeiou]/i.test(shown) && !CONSONANT.test(shown));
  return `${vowel ? 'an' : 'a'} ${shown}`;
}

/** "a, b and c"; with a comma before the last "and" where a name holds one itself: "psychology, and medicine and dentistry". */
export function listWords(items: readonly string[]): string {
  if (items.length < 2) return items[0] ?? '';
  const comma = items.some((item) => item.includes(' and ') && !item.startsWith('“')) ? ',' : '';
  return `${items.slice(0, -1).join(', ')}${comma} and ${items.at(-1) ?? ''}`;
}

/** "seven" up to ten, digits above. */
export const countWords = (count: number): string => COUNTS[count] ?? String(count);
