import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import type { Tag } from '../pdf/pdf-writer.js';
import type { Sheet } from '../pdf/sheet.js';
import { TYPE, type TextStyle } from '../text/text-style.js';
import type { Typesetter } from '../text/typeset.js';

export interface WordsOptions {
  readonly style?: TextStyle;
  readonly tag?: Tag;
  readonly gap?: number;
  readonly givesWay?: number;
  readonly maxLines?: number;
  readonly optional?: boolean;
  /** It goes before any other that is optional. */
  readonly goesFirst?: boolean;
  /** Fewest lines it may be cut to; as many as it has when it must stay whole. */
  readonly minLines?: number;
}

/** A paragraph or a sub-heading. */
export class Words implements Block {
  readonly gap: number;
  readonly givesWay: number;
  private readonly style: TextStyle;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly text: string,
    private readonly options: WordsOptions = {},
  ) {
    this.gap = options.gap ?? 8;
    this.givesWay = options.givesWay ?? 1;
    this.style = options.style ?? TYPE.body;
  }

  get optional(): boolean {
    return this.options.optional === true;
  }

  get goesFirst(): boolean {
    return this.options.goesFirst === true;
  }

  get heading(): boolean {
    return this.options.tag === 'H2';
  }

  height(width: number): number {
    return this.set(width).height;
  }

  parts(): readonly Part[] {
    return [{ kind: this.heading ? 'heading' : 'paragraph', text: this.text }];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const set = this.set(width);
    sheet.writer.tagged(sheet.section, this.options.tag ?? 'P', () => sheet.writer.text(set, x, y));
  }

  shorter(width: number): Block | null {
    const lines = this.set(width).lines.length;
    // One line is the least there is: what may go altogether is optional.
    if (lines <= Math.max(1, this.options.minLines ?? 2)) return null;
    return new Words(this.typesetter, this.text, { ...this.options, maxLines: lines - 1 });
  }

  private set(width: number): ReturnType<Typesetter['set']> {
    const { maxLines } = this.options;
    return this.typesetter.set(this.text, this.style, width, maxLines === undefined ? {} : { maxLines });
  }
}
