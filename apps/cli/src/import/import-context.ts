import { readDelimited } from './read-delimited.js';
import { readSheetTable } from './read-workbook.js';
import { SOURCES, type SourceId } from './source-list.js';
import type { Row, TableShape } from './table.js';

/** Something the import did not use, and why. */
export interface LeftOut {
  readonly source: SourceId;
  readonly count: number;
  readonly reason: string;
  /** A few of them by code or name. */
  readonly examples: readonly string[];
}

/** Whether a folder holds the published files, or a few rows of each in their formats. */
export type Extent = 'published' | 'sample';

/** What the readers of one run share: the folder, the tally of rows, and what was left out. */
export class ImportContext {
  readonly rows = new Map<SourceId, number>();
  readonly leftOut: LeftOut[] = [];

  constructor(
    readonly folder: string,
    readonly progress: (line: string) => void,
    private readonly extent: Extent = 'published',
  ) {}

  /** Least count of rows to ask of a published file: fewer mean a cut or wrong one. A sample has a few of each. */
  least(rows: number): number {
    return this.extent === 'published' ? rows : 1;
  }

  file(source: SourceId): string {
    return SOURCES[source].file;
  }

  async delimited(
    source: SourceId,
    shape: TableShape,
    delimiter: ',' | '\t',
    quoted?: boolean,
  ): Promise<Row[]> {
    const rows = await readDelimited(
      this.folder,
      this.file(source),
      this.shapeOf(shape),
      quoted === undefined ? { delimiter } : { delimiter, quoted },
    );
    this.tally(source, rows.length);
    return rows;
  }

  async sheet(source: SourceId, sheet: string, shape: TableShape, headerRow = 1): Promise<Row[]> {
    const rows = await readSheetTable(this.folder, this.file(source), sheet, this.shapeOf(shape), headerRow);
    this.tally(source, rows.length);
    return rows;
  }

  private shapeOf({ columns, minRows }: TableShape): TableShape {
    return { columns, minRows: this.least(minRows) };
  }

  tally(source: SourceId, rows: number): void {
    this.rows.set(source, rows);
    this.progress(`${SOURCES[source].name}: ${rows.toLocaleString('en-GB')} rows`);
  }

  /** Notes what was not used; nothing is noted for an empty list. */
  leaveOut(source: SourceId, reason: string, items: readonly string[]): void {
    if (items.length === 0) return;
    this.leftOut.push({ source, count: items.length, reason, examples: items.slice(0, 5) });
  }
}
