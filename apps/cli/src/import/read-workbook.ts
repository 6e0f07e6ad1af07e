import { readXlsx } from 'hucre/xlsx';
import { ImportError } from './import-error.js';
import { readSource } from './read-delimited.js';
import { type Cell, type Row, type TableShape, toRows } from './table.js';

/** All rows of one sheet, as wide as the widest that says something and no text padded; row n of the sheet is element n − 1. */
export async function readSheetRows(folder: string, file: string, sheet: string): Promise<Cell[][]> {
  const bytes = await readSource(folder, file);
  const rows = await rowsOf(bytes, sheet).catch((error: Error): never => {
    throw new ImportError(file, null, `sheet "${sheet}" cannot be read: ${error.message.split('\n')[0]}`);
  });
  if (!rows) throw new ImportError(file, null, `has no sheet "${sheet}"`);
  const width = rows.reduce((widest, row) => Math.max(widest, row.findLastIndex(isFilled) + 1), 0);
  return rows.map((row) => Array.from({ length: width }, (_, column) => trimmed(row[column])));
}

const isFilled = (cell: Cell): boolean => cell !== null && cell !== undefined && cell !== '';
const trimmed = (cell: Cell): Cell => (typeof cell === 'string' ? cell.trim() : cell);

async function rowsOf(bytes: Uint8Array, sheet: string): Promise<Cell[][] | undefined> {
  const { sheets } = await readXlsx(bytes, { sheets: ({ name }) => name === sheet });
  return sheets[0]?.rows;
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
