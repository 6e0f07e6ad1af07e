/** A heading or title inside a sentence: "data scientist"; "AI …" and "MRI …" keep their capitals. */
export const inSentence = (text: string): string =>
  /^\p{Lu}\p{Ll}|^\p{Lu} /u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** "a, b and c" */
export const listWords = (items: readonly string[]): string =>
  items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
