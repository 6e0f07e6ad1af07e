import type { Face, FontSet } from '../fonts/font-set.js';
import { isLatin } from '../fonts/shaped-font.js';
import { clustersOf } from '../letters/scripts.js';
import { type FontPiece, fontPieces } from './font-pieces.js';
import type { TextStyle } from './text-style.js';

/** A stretch of one line in one font, placed from the line's left edge (points). */
export interface Piece extends FontPiece {
  readonly x: number;
}

export interface Line {
  readonly pieces: readonly Piece[];
  readonly width: number;
  /** The words in reading order, for the text layer of right-to-left lines. */
  readonly text: string;
  /** The next line goes on inside this line's last word. */
  readonly goesOn: boolean;
}

/** Text broken into lines, ready to draw. */
export interface SetText {
  readonly lines: readonly Line[];
  readonly style: TextStyle;
  readonly height: number;
  readonly shortened: boolean;
}

interface Word {
  readonly text: string;
  readonly face: Face;
  readonly width: number;
  /** Part of the word before it: no space between them. */
  readonly glued?: boolean;
}

export interface Limits {
  readonly maxLines?: number;
  /** Lines of about equal length, for headlines. */
  readonly balanced?: boolean;
}

const ELLIPSIS = '…';

/** Breaks text into lines and measures it. All widths in points. */
export class Typesetter {
  /** Fitting a page sets the same text again and again. A typesetter lives for one file, so this stays small. */
  private readonly known = new Map<string, SetText>();
  private readonly knownWords = new Map<string, readonly Word[]>();

  constructor(private readonly fonts: FontSet) {}

  /** Sets `text` (words between `**` are strong) in a column. Text over `maxLines` is cut by {@link shorten}'s rule, never clipped. */
  set(text: string, style: TextStyle, width: number, limits: Limits = {}): SetText {
    const key = `${style.face}|${style.size}|${style.leading}|${style.ink}|${width.toFixed(3)}|${limits.maxLines ?? ''}|${limits.balanced ?? ''}|${text}`;
    let set = this.known.get(key);
    if (!set) this.known.set(key, (set = this.setNew(text, style, width, limits)));
    return set;
  }

  private setNew(
    text: string,
    style: TextStyle,
    width: number,
    { maxLines = Infinity, balanced = false }: Limits,
  ): SetText {
    const words = this.wordsWithin(text, style, width);
    let lines = this.fill(words, style, width);
    let shortened = false;
    if (lines.length > maxLines) {
      lines = this.shorten(words, style, width, maxLines);
      shortened = true;
    } else if (balanced && lines.length > 1) {
      lines = this.balance(words, style, width, lines.length);
    }
    return {
      lines: lines.map((line, index) => ({
        ...this.lineOf(line, style),
        goesOn: lines[index + 1]?.[0]?.glued === true,
      })),
      style,
      height: lines.length * style.leading,
      shortened,
    };
  }

  /** Width of `text` on one line. */
  width(text: string, style: TextStyle): number {
    return this.words(text, style, Infinity).reduce(
      (sum, word, index) => sum + word.width + (index > 0 ? this.space(word.face, style) : 0),
      0,
    );
  }

  /** Ascent of the style's main font in points: from the top of a line box to its base line, less the lead. */
  baseline(style: TextStyle): number {
    return style.leading * 0.5 + style.size * 0.35;
  }

  /**
   * The rule for text that is too long: the longest run of whole sentences that fits, if it fills more than half of the room;
   * otherwise whole words and an ellipsis.
   */
  private shorten(words: readonly Word[], style: TextStyle, width: number, maxLines: number): Word[][] {
    for (let end = words.length - 1; end > 0; end -= 1) {
      if (!/[.!?]["”’)]?$/.test(words[end - 1]?.text ?? '')) continue;
      const lines = this.fill(words.slice(0, end), style, width);
      if (lines.length <= maxLines) {
        if (lines.length > maxLines / 2) return lines;
        break;
      }
    }
    const face = words[0]?.face ?? style.face;
    const mark = { text: ELLIPSIS, face, width: this.measure(ELLIPSIS, face, style) };
    for (let end = words.length - 1; end > 0; end -= 1) {
      const last = words[end - 1];
      if (!last) continue;
      const text = `${last.text.replace(/[\s,;:.–—-]+$/u, '')}${ELLIPSIS}`;
      const cut = [
        ...words.slice(0, end - 1),
        { text, face: last.face, width: this.measure(text, last.face, style) },
      ];
      const lines = this.fill(cut, style, width);
      if (lines.length <= maxLines) return lines;
    }
    return [[mark]];
  }

  private fill(words: readonly Word[], style: TextStyle, width: number): Word[][] {
    const lines: Word[][] = [];
    let line: Word[] = [];
    let used = 0;
    for (const word of words) {
      const needed = word.width + (line.length > 0 && !word.glued ? this.space(word.face, style) : 0);
      if (line.length > 0 && used + needed > width + 0.01) {
        lines.push(line);
        line = [word];
        used = word.width;
      } else {
        line.push(word);
        used += needed;
      }
    }
    if (line.length > 0) lines.push(line);
    return lines;
  }

  /** The narrowest column that still gives the same number of lines. */
  private balance(words: readonly Word[], style: TextStyle, width: number, count: number): Word[][] {
    let [low, high] = [width / count, width];
    for (let step = 0; step < 8; step += 1) {
      const middle = (low + high) / 2;
      if (this.fill(words, style, middle).length <= count) high = middle;
      else low = middle;
    }
    return this.fill(words, style, high);
  }

  /** The words of a text, none wider than the column. Fitting asks for the same text in one height after another. */
  private wordsWithin(text: string, style: TextStyle, width: number): readonly Word[] {
    const key = `${style.face}|${style.strong}|${style.size}|${style.tabular ?? ''}|${text}`;
    let words = this.knownWords.get(key);
    if (!words) this.knownWords.set(key, (words = this.words(text, style, Infinity)));
    return words.every((word) => word.width <= width) ? words : this.words(text, style, width);
  }

  private words(text: string, style: TextStyle, width: number): Word[] {
    let strong = false;
    const words: Word[] = [];
    for (const part of text.split(/(\*\*)/)) {
      if (part === '**') {
        strong = !strong;
        continue;
      }
      const face = strong ? style.strong : style.face;
      const glued = words.length > 0 && !/^\s/.test(part) && part !== '' && !/\s$/.test(this.lastPart);
      for (const [index, word] of part
        .split(/[ \n\t]+/)
        .filter(Boolean)
        .entries()) {
        const last = words.at(-1);
        // A sign right after a strong word ("**40 %**,") stays with it.
        if (index === 0 && glued && last && /^[.,;:)!?…]+$/.test(word)) {
          const joined = last.text + word;
          words[words.length - 1] = { ...last, text: joined, width: this.measure(joined, last.face, style) };
        } else words.push(...this.pieces(word, face, style, width));
      }
      this.lastPart = part;
    }
    this.lastPart = '';
    return words;
  }
  private lastPart = '';

  /** A word wider than the column is broken after a hyphen or a slash, or else between letters. */
  private pieces(word: string, face: Face, style: TextStyle, width: number): Word[] {
    const whole = this.measure(word, face, style);
    if (whole <= width) return [{ text: word, face, width: whole }];
    const parts = word.match(/[^-‐/]+[-‐/]*|[-‐/]+/gu) ?? [];
    if (parts.length > 1)
      return parts.flatMap((part, index) =>
        this.pieces(part, face, style, width).map((piece, at) =>
          index + at > 0 ? { ...piece, glued: true } : piece,
        ),
      );
    const pieces: Word[] = [];
    let text = '';
    for (const letter of clustersOf(word)) {
      if (text !== '' && this.measure(text + letter, face, style) > width) {
        pieces.push({
          text,
          face,
          width: this.measure(text, face, style),
          ...(pieces.length > 0 && { glued: true }),
        });
        text = '';
      }
      text += letter;
    }
    pieces.push({
      text,
      face,
      width: this.measure(text, face, style),
      ...(pieces.length > 0 && { glued: true }),
    });
    return pieces;
  }

  private lineOf(words: readonly Word[], style: TextStyle): Omit<Line, 'goesOn'> {
    const pieces: Piece[] = [];
    let x = 0;
    let index = 0;
    // Letters of the line before a group.
    let at = 0;
    while (index < words.length) {
      const face = words[index]?.face ?? style.face;
      let end = index;
      while (end < words.length && words[end]?.face === face) end += 1;
      const group = words.slice(index, end);
      if (index > 0 && !words[index]?.glued) x += this.space(face, style);
      for (const piece of this.piecesOfLine(group, face, style)) {
        pieces.push({ ...piece, x, start: piece.start + at });
        x += piece.width;
      }
      at += joined(group).length;
      index = end;
    }
    return { pieces, width: x, text: joined(words) };
  }

  /** Words of one face: one piece as wide as its words and spaces, unless some letter needs another font. */
  private piecesOfLine(words: readonly Word[], face: Face, style: TextStyle): Omit<Piece, 'x'>[] {
    const text = joined(words);
    const main = this.fonts.main(face);
    if (!isLatin(text) || !words.every((word) => main.coversAll(word.text)))
      return this.piecesOf(text, face, style);
    // Nothing is kerned with a space, so a line is as wide as its parts; parts of a broken word are kerned as a whole.
    const width = words.some(({ glued }) => glued)
      ? this.points(main.width(text, style.tabular), style)
      : words.reduce((sum, word) => sum + word.width, (words.length - 1) * this.space(face, style));
    return [{ text, font: main.name, width, rightToLeft: false, stretch: null, start: 0 }];
  }

  private piecesOf(text: string, face: Face, style: TextStyle): Omit<Piece, 'x'>[] {
    return fontPieces(this.fonts, text, face, style.tabular).map((piece) => ({
      ...piece,
      width: this.points(piece.width, style),
    }));
  }

  private measure(text: string, face: Face, style: TextStyle): number {
    const main = this.fonts.main(face);
    if (isLatin(text) && main.coversAll(text)) return this.points(main.width(text, style.tabular), style);
    return this.piecesOf(text, face, style).reduce((sum, piece) => sum + piece.width, 0);
  }

  private space(face: Face, style: TextStyle): number {
    return this.points(this.fonts.main(face).width(' '), style);
  }

  private points(thousandths: number, style: TextStyle): number {
    return (thousandths * style.size) / 1000;
  }
}

const joined = (words: readonly Word[]): string =>
  words.reduce((text, word, index) => `${text}${index > 0 && !word.glued ? ' ' : ''}${word.text}`, '');
