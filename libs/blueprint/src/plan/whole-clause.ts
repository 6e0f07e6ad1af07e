/** Letters of a line of page 14. */
const LINE = 81;
/** Fewer say nothing. */
const FEWEST = 24;

/** As much of a sentence as one line holds, ended where a clause of it ends: no line of the plan stops in the middle of one. */
export function wholeClause(text: string, most: number = LINE): string {
  if (text.length <= most) return text;
  const lastOf = (end: RegExp): number | undefined =>
    [...text.matchAll(end)]
      .map(({ index }) => index)
      .filter((at) => at >= FEWEST && at <= most)
      .at(-1);
  // A list after a colon goes whole; a comma may stand inside one.
  const last =
    lastOf(/[;:](?= )/g) ??
    lastOf(
      // Of "code, duty and licence" the "and" is no end.
      /,(?= )|(?<!, [\p{L}’-]+(?: [\p{L}’-]+)?) (?=(?:and(?! (?:an?|the|its|their|your|what|which|how|who)\b)|with|then|so that|that) )/gu,
    );
  if (last === undefined) return text;
  // A bracket that would stay open goes with what it holds, a word that leads on with what it led to: "yourself, with" that person.
  return `${text
    .slice(0, last)
    .replace(/\s*\([^)]*$/, '')
    .replace(/,?(?: (?:and|with|then|so))+$/, '')
    .replace(/,$/, '')}.`;
}
