/** A stretch of a line in the order it is drawn, left to right. `rightToLeft` letters are shaped and turned by the font engine. */
export interface Run {
  readonly text: string;
  readonly rightToLeft: boolean;
}

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
const DIGIT = /\p{Nd}/u;
const STRONG_LEFT = /\p{L}/u;

export const hasRightToLeft = (text: string): boolean => RIGHT_TO_LEFT.test(text);

type Direction = 'left' | 'right' | 'digit' | 'neutral';

function directionOf(character: string): Direction {
  if (DIGIT.test(character)) return 'digit';
  if (RIGHT_TO_LEFT.test(character)) return 'right';
  return STRONG_LEFT.test(character) ? 'left' : 'neutral';
}

/**
 * The runs of one line of left-to-right text, in drawing order: the part of Unicode's bidirectional rules (UAX #9) that names and titles
 * need. Signs and spaces between two right-to-left letters go with them; figures inside keep their own direction; a right-to-left
 * stretch is drawn last word first.
 */
export function drawingOrder(line: string): Run[] {
  if (!hasRightToLeft(line)) return line === '' ? [] : [{ text: line, rightToLeft: false }];
  const runs: Run[] = [];
  const characters = [...line];
  let index = 0;
  while (index < characters.length) {
    const start = index;
    if (directionOf(characters[index] ?? '') === 'right') {
      let end = index;
      // The stretch ends with its last right-to-left letter or figure before the next left-to-right letter.
      for (let next = index; next < characters.length; next += 1) {
        const direction = directionOf(characters[next] ?? '');
        if (direction === 'left') break;
        if (direction !== 'neutral') end = next;
      }
      runs.push(...stretch(characters.slice(start, end + 1)));
      index = end + 1;
    } else {
      while (index < characters.length && directionOf(characters[index] ?? '') !== 'right') index += 1;
      runs.push({ text: characters.slice(start, index).join(''), rightToLeft: false });
    }
  }
  return runs;
}

const MIRRORED: Readonly<Record<string, string>> = {
  '(': ')',
  ')': '(',
  '[': ']',
  ']': '[',
  '«': '»',
  '»': '«',
};

/** A right-to-left stretch as runs from left to right: words and signs in reverse, figures as they stand. */
function stretch(characters: readonly string[]): Run[] {
  const pieces: { text: string; direction: Direction }[] = [];
  for (const character of characters) {
    const direction = directionOf(character);
    const last = pieces.at(-1);
    if (last && last.direction === direction && direction !== 'neutral') last.text += character;
    else pieces.push({ text: character, direction });
  }
  return pieces
    .reverse()
    .map(({ text, direction }) =>
      direction === 'right'
        ? { text, rightToLeft: true }
        : { text: MIRRORED[text] ?? text, rightToLeft: false },
    );
}
