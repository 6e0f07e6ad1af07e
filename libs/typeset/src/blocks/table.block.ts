import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import type { Sheet } from '../pdf/sheet.js';
import { type Ink, TYPE, type TextStyle } from '../text/text-style.js';
import type { SetText, Typesetter } from '../text/typeset.js';

export interface Column {
  readonly head: string;
  /** Share of the width; the shares of a table are normalised. */
  readonly width: number;
  readonly align?: 'left' | 'right';
  /** Most lines a cell may take. */
  readonly lines?: number;
}

export type Cell =
  | string
  | {
      readonly text: string;
      readonly ink?: Ink;
      readonly strong?: boolean;
      readonly bar?: { readonly value: number; readonly ink: Ink };
    };

export interface TableOptions {
  readonly gap?: number;
  readonly givesWay?: number;
  readonly minRows?: number;
  /** What the rows are, for the sentence that says how many are not shown: "tasks". */
  readonly rowsAre?: string;
  readonly maxLines?: number;
  readonly hidden?: number;
  /** Room above and below the words of a row. */
  readonly padding?: number;
  /** Lines closer together, for tables of sentences. */
  readonly tight?: boolean;
  /** Words are never cut: room around them gives way, then whole rows where `rowsAre` names them. */
  readonly whole?: boolean;
  /** The row to set apart on a soft ground. */
  readonly marked?: number;
}

const BETWEEN = 10;
const BAR = 34;

/** A newspaper's table: muted head, one ink rule, thin rules between rows. Row heads are tagged as such. */
export class Table implements Block {
  readonly gap: number;
  readonly givesWay: number;
  readonly canGrow: number;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly columns: readonly Column[],
    private readonly rows: readonly (readonly Cell[])[],
    private readonly options: TableOptions = {},
  ) {
    this.gap = options.gap ?? 12;
    this.givesWay = options.givesWay ?? 3;
    this.canGrow = rows.length * 2 * Math.max(0, 7 - this.padding);
  }

  private get padding(): number {
    return this.options.padding ?? 4;
  }

  height(width: number): number {
    const set = this.setAll(width);
    const note = this.note(width);
    return (
      set.head.height + set.rows.reduce((sum, row) => sum + row.height, 0) + (note ? note.height + 4 : 0)
    );
  }

  parts(): readonly Part[] {
    const text = (cell: Cell): string => (typeof cell === 'string' ? cell : cell.text);
    const note = this.noteWords();
    return [
      {
        kind: 'table',
        head: this.columns.map(({ head }) => head),
        rows: this.rows.map((row) => row.map(text)),
      },
      ...(note === null ? [] : [{ kind: 'paragraph', text: note } as const]),
    ];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const { writer } = sheet;
    const set = this.setAll(width);
    const table = writer.group(sheet.section, 'Table');
    const head = writer.group(table, 'TR');
    set.head.cells.forEach((cell, index) => {
      const place = this.place(index, width);
      writer.tagged(
        head,
        'TH',
        () =>
          writer.text(cell, x + place.x, y + set.head.height - cell.height - 4, {
            align: this.columns[index]?.align ?? 'left',
            width: place.width,
          }),
        { scope: 'Column' },
      );
    });
    let top = y + set.head.height;
    writer.artifact(() => writer.rule(x, top, width, 'ink', 0.9));
    set.rows.forEach((row, number) => {
      const at = top;
      if (this.options.marked === number)
        writer.artifact(() => writer.rect(x - 6, at + 0.5, width + 12, row.height - 1, 'soft'));
      const element = writer.group(table, 'TR');
      row.cells.forEach((cell, index) =>
        this.drawCell(sheet, element, {
          cell,
          source: this.rows[number]?.[index] ?? '',
          index,
          x,
          y: at,
          width,
        }),
      );
      top += row.height;
      if (number < set.rows.length - 1) writer.artifact(() => writer.rule(x, top, width));
    });
    const note = this.note(width);
    if (note) writer.tagged(sheet.section, 'P', () => writer.text(note, x, top + 4));
  }

  shorter(width: number): Block | null {
    if (this.padding > 2) return this.with({ padding: this.padding - 0.5 });
    const cuts = this.options.whole !== true;
    const set = this.setAll(width);
    const most = Math.max(...set.rows.flatMap((row) => row.cells.map(({ lines }) => lines.length)));
    if (cuts && most > 2) return this.with({ maxLines: most - 1 });
    const { minRows = 3, hidden = 0, rowsAre } = this.options;
    if (rowsAre !== undefined && this.rows.length > minRows) {
      return new Table(this.typesetter, this.columns, this.rows.slice(0, -1), {
        ...this.options,
        hidden: hidden + 1,
      });
    }
    return cuts && most > 1 ? this.with({ maxLines: 1 }) : null;
  }

  grown(by: number): Block {
    return this.with({ padding: this.padding + by / Math.max(1, this.rows.length) / 2 });
  }

  private with(options: TableOptions): Table {
    return new Table(this.typesetter, this.columns, this.rows, { ...this.options, ...options });
  }

  private drawCell(
    sheet: Sheet,
    row: PDFKit.PDFStructureElement,
    {
      cell,
      source,
      index,
      x,
      y,
      width,
    }: { cell: SetText; source: Cell; index: number; x: number; y: number; width: number },
  ): void {
    const place = this.place(index, width);
    const bar = typeof source === 'string' ? undefined : source.bar;
    sheet.writer.tagged(
      row,
      index === 0 ? 'TH' : 'TD',
      () => {
        const align = this.columns[index]?.align ?? 'left';
        sheet.writer.text(cell, x + place.x, y + this.padding, {
          align,
          width: bar ? place.width - BAR - 6 : place.width,
        });
        if (bar) {
          const left = x + place.x + place.width - BAR;
          const middle = y + this.padding + cell.style.leading / 2;
          sheet.writer.rect(left, middle - 2, BAR, 4, 'track');
          sheet.writer.rect(
            left,
            middle - 2,
            (BAR * Math.min(100, Math.max(0, bar.value))) / 100,
            4,
            bar.ink,
          );
        }
      },
      index === 0 ? { scope: 'Row' } : {},
    );
  }

  private place(index: number, width: number): { x: number; width: number } {
    const total = this.columns.reduce((sum, column) => sum + column.width, 0);
    const free = width - BETWEEN * (this.columns.length - 1);
    const before = this.columns.slice(0, index).reduce((sum, column) => sum + column.width, 0);
    return {
      x: (free * before) / total + BETWEEN * index,
      width: (free * (this.columns[index]?.width ?? 0)) / total,
    };
  }

  private readonly known = new Map<number, ReturnType<Table['setNew']>>();

  private setAll(width: number): ReturnType<Table['setNew']> {
    let set = this.known.get(width);
    if (!set) this.known.set(width, (set = this.setNew(width)));
    return set;
  }

  private setNew(width: number): {
    head: { cells: SetText[]; height: number };
    rows: { cells: SetText[]; height: number }[];
  } {
    const head = this.columns.map((column, index) =>
      this.typesetter.set(column.head, TYPE.tableHead, this.place(index, width).width, { maxLines: 2 }),
    );
    const rows = this.rows.map((row) => {
      const cells = row.map((cell, index) => {
        const { text, style, bar } = cellStyle(cell, this.options.tight === true);
        const room = this.place(index, width).width - (bar ? BAR + 6 : 0);
        return this.typesetter.set(text, style, room, {
          maxLines: Math.min(this.columns[index]?.lines ?? 3, this.options.maxLines ?? 9),
        });
      });
      return { cells, height: Math.max(...cells.map((cell) => cell.height)) + 2 * this.padding };
    });
    return { head: { cells: head, height: Math.max(...head.map((cell) => cell.height)) + 4 }, rows };
  }

  private note(width: number): SetText | null {
    const words = this.noteWords();
    return words === null ? null : this.typesetter.set(words, TYPE.source, width);
  }

  private noteWords(): string | null {
    const { hidden = 0, rowsAre = 'rows' } = this.options;
    return hidden === 0
      ? null
      : `There was no room for ${hidden} more ${hidden === 1 ? rowsAre.replace(/s$/, '') : rowsAre}.`;
  }
}

function cellStyle(cell: Cell, tight: boolean): { text: string; style: TextStyle; bar: boolean } {
  const base = tight ? { ...TYPE.table, leading: 12 } : TYPE.table;
  if (typeof cell === 'string') return { text: cell, style: base, bar: false };
  const style = {
    ...base,
    ink: cell.ink ?? 'ink',
    face: cell.strong ? 'sansBold' : 'sans',
  } as const;
  return { text: cell.text, style, bar: cell.bar !== undefined };
}
