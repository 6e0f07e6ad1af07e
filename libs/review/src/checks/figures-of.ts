/** Numbers written as words: a template says "three of your seven tasks". One is a pronoun as well, so it is not among them. */
const NUMBER_WORDS =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty';
const FIGURE = new RegExp(`[+−-]?£?\\d(?:[\\d,.:/–-]*\\d)?(?:\\s?%)?|\\b(?:${NUMBER_WORDS})\\b`, 'giu');

/** A part of a text: words that may be changed, or a figure that may not. */
export interface TextPart {
  readonly text: string;
  readonly figure: boolean;
}

/** A text cut at its figures, so that they can be shown as chips. Joined, the parts are the text. */
export function partsOf(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(FIGURE)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), figure: false });
    parts.push({ text: match[0], figure: true });
    from = match.index + match[0].length;
  }
  return from < text.length ? [...parts, { text: text.slice(from), figure: false }] : parts;
}

/** The figures of a text, each as often as it stands there, in an order of their own. */
export const figuresOf = (text: string): string[] =>
  partsOf(text)
    .filter(({ figure }) => figure)
    .map(({ text: figure }) => figure.replace(/\s/g, '').toLowerCase())
    .sort();

/** What an edit did to the figures of a block; null when it left every one as often as it was. */
export function figuresChanged(draft: string, text: string): { missing: string[]; added: string[] } | null {
  const missing = without(figuresOf(draft), figuresOf(text));
  const added = without(figuresOf(text), figuresOf(draft));
  return missing.length + added.length > 0 ? { missing, added } : null;
}

function without(all: readonly string[], taken: readonly string[]): string[] {
  const left = [...taken];
  return all.filter((one) => {
    const at = left.indexOf(one);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
