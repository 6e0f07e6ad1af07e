import { ImportError } from './import-error.js';

/** A cell as the readers hand it over. */
export type Cell = string | number | boolean | Date | null | undefined;

/** One data row with typed access; every refusal names file, row and column. */
export class Row {
  constructor(
    readonly file: string,
    /** 1-based line or sheet row. */
    readonly line: number,
    private readonly columns: ReadonlyMap<string, number>,
    private readonly cells: readonly Cell[],
  ) {}

  fail(reason: string): never {
    throw new ImportError(this.file, this.line, reason);
  }

  /** The cell as trimmed text; empty when there is nothing. */
  text(column: string): string {
    const index = this.columns.get(column);
    if (index === undefined) throw new ImportError(this.file, null, `no column "${column}"`);
    const cell = this.cells[index];
    return cell === null || cell === undefined ? '' : String(cell).trim();
  }

  /** The cell as text that must match, e.g. a code. */
  code(column: string, pattern: RegExp): string {
    const value = this.text(column);
    if (!pattern.test(value)) this.fail(`"${column}" is "${value.slice(0, 40)}", which is not a valid code`);
    return value;
  }

  /** The cell as one of a fixed set of words. */
  oneOf<T extends string>(column: string, allowed: readonly T[]): T {
    const value = this.text(column);
    const found = allowed.find((word) => word === value);
    return (
      found ?? this.fail(`"${column}" is "${value.slice(0, 40)}", expected one of ${allowed.join(', ')}`)
    );
  }

  /** The cell as a number inside [min, max]. */
  number(column: string, min: number, max: number): number {
    const value = this.optionalNumber(column, min, max);
    return value ?? this.fail(`"${column}" is empty`);
  }

  /** As `number`, but an empty cell is null (suppressed by its publisher). */
  optionalNumber(column: string, min: number, max: number): number | null {
    const text = this.text(column);
    if (text === '') return null;
    const value = Number(text);
    if (!Number.isFinite(value)) this.fail(`"${column}" is "${text.slice(0, 40)}", which is not a number`);
    if (value < min || value > max) this.fail(`"${column}" is ${text}, outside ${min} to ${max}`);
    return value;
  }
}

/** What a file must look like before a single value of it is used. */
export interface TableShape {
  /** Columns that are read; more may be there, none of these may be missing. */
  readonly columns: readonly string[];
  /** Fewer data rows than this means a cut or wrong file. */
  readonly minRows: number;
}

/** Turns raw lines into rows after checking the header, the width of each line and the count. */
export function toRows(
  file: string,
  lines: Iterable<{ readonly number: number; readonly cells: readonly Cell[] }>,
  shape: TableShape,
): Row[] {
  const rows: Row[] = [];
  let columns: Map<string, number> | null = null;
  let width = 0;
  for (const line of lines) {
    if (columns === null) {
      columns = new Map(line.cells.map((cell, index) => [String(cell ?? '').trim(), index]));
      width = line.cells.length;
      const missing = shape.columns.filter((name) => !columns?.has(name));
      if (missing.length > 0)
        throw new ImportError(file, line.number, `header lacks ${missing.map((m) => `"${m}"`).join(', ')}`);
      continue;
    }
    if (line.cells.length !== width) {
      throw new ImportError(
        file,
        line.number,
        `${line.cells.length} columns where the header has ${width}: the line is cut or damaged`,
      );
    }
    rows.push(new Row(file, line.number, columns, line.cells));
  }
  if (columns === null) throw new ImportError(file, 1, 'the file is empty');
  if (rows.length < shape.minRows) {
    const last = rows.at(-1)?.line ?? 1;
    throw new ImportError(
      file,
      last,
      `only ${rows.length} rows, at least ${shape.minRows} expected: the file ends early or is another one`,
    );
  }
  return rows;
}
