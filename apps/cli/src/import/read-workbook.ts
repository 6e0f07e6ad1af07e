import { readSheet } from 'read-excel-file/node';
import { ImportError } from './import-error.js';
import { readSource } from './read-delimited.js';
import { type Cell, type Row, type TableShape, toRows } from './table.js';

/** All rows of one sheet, as published; row n of the sheet is element n − 1. */
export async function readSheetRows(folder: string, file: string, sheet: string): Promise<Cell[][]> {
  const bytes = await readSource(folder, file);
  try {
    return (await readSheet(bytes, sheet)) as Cell[][];
  } catch (error) {
    throw new ImportError(
      file,
      null,
      `sheet "${sheet}" cannot be read: ${(error as Error).message.split('\n')[0]}`,
    );
  }
}

/** A sheet whose header stands in `headerRow` (1-based). Line breaks inside header cells count as one space. */
export async function readSheetTable(
  folder: string,
  file: string,
  sheet: string,
  shape: TableShape,
  headerRow = 1,
): Promise<Row[]> {
  const all = await readSheetRows(folder, file, sheet);
  const lines = all.slice(headerRow - 1).map((cells, index) => ({
    number: headerRow + index,
    cells:
      index === 0
        ? cells.map((cell) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ') : cell))
        : cells,
  }));
  return toRows(file, lines, shape);
}
