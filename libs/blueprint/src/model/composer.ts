import {
  type Block,
  type Cell,
  type Column,
  columns,
  type DrawChart,
  Figure,
  fitsHeadline,
  type FigureOptions,
  GUTTER,
  type KeyFigure,
  KeyFigures,
  List,
  type ListOptions,
  SideBySide,
  Table,
  type TableOptions,
  type TextStyle,
  TYPE,
  type Typesetter,
  Words,
  type WordsOptions,
} from '@app/typeset';
import type { BodyPart, FilledCopy, PageCopy } from '../copy/page-copy.js';
import { EditedWords } from './edited-words.js';
import { FactsList } from './facts-list.block.js';
import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** What a page is composed with: the snapshot, the copy, and blocks that know how to measure themselves. */
export class Composer {
  constructor(
    readonly snapshot: BlueprintSnapshot,
    readonly view: Readonly<Record<string, unknown>>,
    private readonly copy: PageCopy,
    readonly typesetter: Typesetter,
    /** What a reviewer changed on the page that is being composed. */
    readonly edited: EditedWords = new EditedWords(),
  ) {}

  /** A composer for one page, from 1, with its edits. */
  on(page: number): Composer {
    const edited = new EditedWords(this.snapshot.edits, page);
    return new Composer(this.snapshot, this.view, this.copy, this.typesetter, edited);
  }

  /** The words of a page; `more` adds values that only this page uses. */
  fill(page: string, more: object = {}): FilledCopy {
    const filled = this.copy.fill(page, { ...this.view, ...more });
    // A finding cut short is none: the shorter wording is taken where the first does not fit.
    const headline =
      filled.headlineShort === '' || fitsHeadline(this.typesetter, filled.headline)
        ? filled.headline
        : filled.headlineShort;
    return {
      ...filled,
      headline: this.edited.of(headline, 'headline'),
      lede: this.edited.of(filled.lede, 'lede'),
      soWhat: this.edited.of(filled.soWhat, 'so what'),
    };
  }

  words(text: string, options: WordsOptions = {}): Block {
    return new Words(this.typesetter, this.edited.of(text, 'words'), options);
  }

  /** Words that are edited elsewhere or not at all: those of a source, or the reviewer's own. */
  fixed(text: string, options: WordsOptions = {}): Block {
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
    return new List(this.typesetter, this.items(items), options);
  }

  /** Facts that go from the last when the page is too full; see {@link FactsList}. */
  facts(items: readonly string[], fewest: number, options: ListOptions = {}): Block {
    return new FactsList(this.typesetter, this.items(items), fewest, options);
  }

  private items(items: readonly string[]): string[] {
    return items.map((item) => this.edited.of(item, 'item'));
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
    return copy.body.map((part) => this.part(part, TYPE.body));
  }

  /** The running text in two columns at the size of tables, broken before the heading that leaves them most alike. */
  columns(copy: FilledCopy): [Block[], Block[]] {
    const blocks = copy.body.map((part) => this.part(part, TYPE.table));
    const heights = blocks.map((block) => block.height(columns(6) - GUTTER / 2) + block.gap);
    const total = heights.reduce((sum, height) => sum + height, 0);
    let best = { at: blocks.length, off: Infinity };
    let before = 0;
    copy.body.forEach((part, index) => {
      const off = Math.abs(total / 2 - before);
      if (part.kind === 'heading' && index > 0 && off < best.off) best = { at: index, off };
      before += heights[index] ?? 0;
    });
    return [blocks.slice(0, best.at), blocks.slice(best.at)];
  }

  private part(part: BodyPart, style: TextStyle): Block {
    switch (part.kind) {
      case 'heading':
        return this.heading(part.text);
      case 'paragraph':
        return this.words(part.text, {
          optional: style === TYPE.body,
          style,
          gap: style === TYPE.body ? 8 : 4,
          ...(style !== TYPE.body && { minLines: 99 }),
        });
      case 'list':
        return this.list(part.items, {
          optional: style === TYPE.body,
          style,
          gap: 4,
          minItems: 1,
          whole: style !== TYPE.body,
        });
      case 'numbers':
        return this.list(part.items, {
          optional: style === TYPE.body,
          style,
          gap: 4,
          mark: 'number',
        });
    }
  }
}
