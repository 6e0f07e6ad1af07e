const WORDS = 'no one two three four five six seven eight nine ten'.split(' ');

/** "seven" up to ten, digits above. */
export const countWords = (count: number): string => WORDS[count] ?? String(count);

/** "a, b and c". */
export function listWords(items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
}

/** A title inside a sentence: "chief executives", but "MRI technologists" keep their capitals. */
export const inSentence = (title: string): string =>
  /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
