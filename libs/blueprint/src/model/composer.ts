import { Figure, type DrawChart, type FigureOptions } from '../blocks/figure.block.js';
import { KeyFigures, type KeyFigure } from '../blocks/key-figures.block.js';
import { List, type ListOptions } from '../blocks/list.block.js';
import { SideBySide } from '../blocks/side-by-side.block.js';
import { Table, type Cell, type Column, type TableOptions } from '../blocks/table.block.js';
import { Words, type WordsOptions } from '../blocks/words.block.js';
import type { FilledCopy, PageCopy } from '../copy/page-copy.js';
import type { Block } from '../pdf/block.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';
import { TYPE } from '../text/text-style.js';
import type { Typesetter } from '../text/typeset.js';

/** What a page is composed with: the snapshot, the copy, and blocks that know how to measure themselves. */
export class Composer {
  constructor(
    readonly snapshot: BlueprintSnapshot,
    readonly view: Readonly<Record<string, unknown>>,
    private readonly copy: PageCopy,
    readonly typesetter: Typesetter,
  ) {}

  /** The words of a page; `more` adds values that only this page uses. */
  fill(page: string, more: object = {}): FilledCopy {
    return this.copy.fill(page, { ...this.view, ...more });
  }

  words(text: string, options: WordsOptions = {}): Block {
    return new Words(this.typesetter, text, options);
  }

  heading(text: string, gap = 14): Block {
    return new Words(this.typesetter, text, {
      style: TYPE.label,
      tag: 'H2',
      gap,
      givesWay: 0,
      minLines: 1,
      maxLines: 1,
    });
  }

  list(items: readonly string[], options: ListOptions = {}): Block {
    return new List(this.typesetter, items, options);
  }

  table(columns: readonly Column[], rows: readonly (readonly Cell[])[], options: TableOptions = {}): Block {
    return new Table(this.typesetter, columns, rows, options);
  }

  figure(chart: DrawChart, options: FigureOptions = {}): Block {
    return new Figure(this.typesetter, chart, options);
  }

  keyFigures(figures: readonly KeyFigure[]): Block {
    return new KeyFigures(this.typesetter, figures);
  }

  beside(stacks: readonly { share: number; blocks: readonly Block[] }[], gap?: number): Block {
    return new SideBySide(stacks, gap);
  }

  /** The running text of a page as blocks. */
  body(copy: FilledCopy): Block[] {
    return copy.body.map((part) => {
      switch (part.kind) {
        case 'heading':
          return this.heading(part.text);
        case 'paragraph':
          return this.words(part.text);
        case 'list':
          return this.list(part.items);
        case 'numbers':
          return this.list(part.items, { mark: 'number' });
      }
    });
  }
}
