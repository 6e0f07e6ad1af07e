import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import type { Sheet } from '../pdf/sheet.js';
import { TYPE } from '../text/text-style.js';
import type { Typesetter } from '../text/typeset.js';

export interface KeyFigure {
  readonly label: string;
  /** Share of the width; 1 unless told. */
  readonly share?: number;
  /** Set large: "41", "2031–2034", "64%". */
  readonly figure: string;
  readonly note: string;
}

const PAD = 12;
const GUTTER = 20;

/** Two or three figures beside each other between two rules: name, figure, what it means. */
export class KeyFigures implements Block {
  readonly givesWay = 0;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly figures: readonly KeyFigure[],
    readonly gap = 14,
  ) {}

  height(width: number): number {
    const set = this.set(width);
    return (
      Math.max(...set.map((one) => one.label.height + one.figure.height + one.note.height)) + 2 * PAD + 2
    );
  }

  parts(): readonly Part[] {
    return [
      {
        kind: 'facts',
        facts: this.figures.map(({ label, figure, note }) => ({ label, value: figure, note })),
      },
    ];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const height = this.height(width);
    writer.artifact(() => {
      writer.rule(x, y, width);
      writer.rule(x, y + height, width);
    });
    let left = x;
    this.set(width).forEach(({ label, figure, note }, index) => {
      const at = left;
      const top = y + PAD;
      writer.tagged(sheet.section, 'P', () => {
        writer.text(label, at, top);
        writer.text(figure, at, top + label.height);
        writer.text(note, at, top + label.height + figure.height + 2);
      });
      left += this.column(index, width) + GUTTER;
    });
  }

  private column(index: number, width: number): number {
    const total = this.figures.reduce((sum, { share = 1 }) => sum + share, 0);
    return ((width - GUTTER * (this.figures.length - 1)) * (this.figures[index]?.share ?? 1)) / total;
  }

  private set(width: number): {
    label: ReturnType<Typesetter['set']>;
    figure: ReturnType<Typesetter['set']>;
    note: ReturnType<Typesetter['set']>;
  }[] {
    return this.figures.map(({ label, figure, note }, index) => {
      const column = this.column(index, width);
      // A figure too long for its column ("more than 10 years") is set smaller, in the headline's size, over two lines.
      const large = this.typesetter.width(figure, TYPE.figure) <= column;
      return {
        label: this.typesetter.set(label, TYPE.tableMuted, column, { maxLines: 1 }),
        figure: this.typesetter.set(figure, large ? TYPE.figure : TYPE.headline, column, { maxLines: 2 }),
        note: this.typesetter.set(note, TYPE.tableMuted, column, { maxLines: 3 }),
      };
    });
  }
}
