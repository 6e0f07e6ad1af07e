import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import type { Sheet } from '../pdf/sheet.js';
import { TYPE, type TextStyle } from '../text/text-style.js';
import type { SetText, Typesetter } from '../text/typeset.js';

export type ListMark = 'dash' | 'number' | 'box';

export interface ListOptions {
  readonly mark?: ListMark;
  readonly style?: TextStyle;
  readonly gap?: number;
  readonly between?: number;
  readonly givesWay?: number;
  readonly maxLinesEach?: number;
  readonly minItems?: number;
  /** Never shortened: what it says must be done or read to the end. */
  readonly whole?: boolean;
  readonly optional?: boolean;
}

const INDENT = 16;
const NUMBERING = { dash: 'Disc', number: 'Decimal', box: 'Square' } as const;

/** A list: dashes, figures, or boxes to tick by hand. */
export class List implements Block {
  readonly gap: number;
  readonly givesWay: number;
  private readonly style: TextStyle;
  private readonly between: number;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly items: readonly string[],
    private readonly options: ListOptions = {},
  ) {
    this.gap = options.gap ?? 6;
    this.givesWay = options.givesWay ?? 2;
    this.style = options.style ?? TYPE.body;
    this.between = options.between ?? 3;
  }

  get optional(): boolean {
    return this.options.optional === true;
  }

  height(width: number): number {
    return this.sets(width).reduce((sum, set, index) => sum + set.height + (index > 0 ? this.between : 0), 0);
  }

  parts(): readonly Part[] {
    return [{ kind: 'list', mark: this.options.mark ?? 'dash', items: this.items }];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const list = writer.group(sheet.section, 'L', NUMBERING[this.options.mark ?? 'dash']);
    let top = y;
    for (const [index, set] of this.sets(width).entries()) {
      const item = writer.group(list, 'LI');
      const base = top;
      if (this.options.mark === 'box') {
        writer.tagged(
          item,
          'Lbl',
          () => tickBox(sheet, x, base + this.typesetter.baseline(this.style) - 7.5),
          { alt: 'To tick' },
        );
      } else {
        const mark = this.options.mark === 'number' ? `${index + 1}.` : '–';
        const label = sheet.set(mark, { ...this.style, face: this.style.strong, ink: 'accent' }, INDENT);
        writer.tagged(item, 'Lbl', () => writer.text(label, x, base));
      }
      writer.tagged(item, 'LBody', () => writer.text(set, x + INDENT, base));
      top += set.height + this.between;
    }
  }

  shorter(width: number): Block | null {
    if (this.options.whole) return null;
    // A point less is better than points cut in the middle.
    if (this.items.length > (this.options.minItems ?? 2)) {
      return new List(this.typesetter, this.items.slice(0, -1), this.options);
    }
    const longest = Math.max(...this.sets(width).map(({ lines }) => lines.length));
    if (longest > 1)
      return new List(this.typesetter, this.items, { ...this.options, maxLinesEach: longest - 1 });
    return null;
  }

  private sets(width: number): SetText[] {
    const { maxLinesEach } = this.options;
    const limits = maxLinesEach === undefined ? {} : { maxLines: maxLinesEach };
    return this.items.map((item) => this.typesetter.set(item, this.style, width - INDENT, limits));
  }
}

/** An empty square of 8 points to tick with a pen. */
export function tickBox(sheet: Sheet, x: number, y: number): void {
  const { canvas } = sheet.writer;
  canvas
    .lineWidth(0.9)
    .strokeColor('#56616C')
    .rect(x + 0.5, y, 8, 8)
    .stroke();
}
