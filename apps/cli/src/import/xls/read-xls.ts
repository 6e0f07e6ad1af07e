import { ImportError } from '../import-error.js';
import { readSource } from '../read-delimited.js';
import type { Cell } from '../table.js';
import { compoundStream } from './compound-file.js';
import { sharedStrings } from './shared-strings.js';

const BOUND_SHEET = 0x85;
const SST = 0xfc;
const CONTINUE = 0x3c;
const LABEL_SST = 0xfd;
const NUMBER = 0x203;
const RK = 0x27e;
const MUL_RK = 0xbd;
const EOF = 0x0a;

interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
}

function* records(stream: Buffer, from: number): Generator<BiffRecord> {
  for (let at = from; at + 4 <= stream.length;) {
    const length = stream.readUInt16LE(at + 2);
    if (at + 4 + length > stream.length) throw new RangeError('a record is cut');
    yield { type: stream.readUInt16LE(at), data: stream.subarray(at + 4, at + 4 + length) };
    at += 4 + length;
  }
}

/** A number packed into 32 bits: 30 bits of a whole number or of a double, perhaps times 100. */
function unpackRk(rk: number): number {
  const high = Buffer.alloc(8);
  high.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
  const value = rk & 2 ? rk >> 2 : high.readDoubleLE(0);
  return rk & 1 ? value / 100 : value;
}

function sheetRows(stream: Buffer, from: number, strings: readonly string[]): Cell[][] {
  const rows: Cell[][] = [];
  const put = (row: number, column: number, value: Cell): void => {
    (rows[row] ??= [])[column] = value;
  };
  for (const { type, data } of records(stream, from)) {
    if (type === EOF) break;
    if (type === LABEL_SST) put(data.readUInt16LE(0), data.readUInt16LE(2), strings[data.readUInt32LE(6)]);
    else if (type === NUMBER) put(data.readUInt16LE(0), data.readUInt16LE(2), data.readDoubleLE(6));
    else if (type === RK) put(data.readUInt16LE(0), data.readUInt16LE(2), unpackRk(data.readInt32LE(6)));
    else if (type === MUL_RK) {
      for (let i = 0; 4 + 6 * i + 6 <= data.length - 2; i += 1) {
        put(data.readUInt16LE(0), data.readUInt16LE(2) + i, unpackRk(data.readInt32LE(6 + 6 * i)));
      }
    }
  }
  const width = rows.reduce((most, row) => Math.max(most, row?.length ?? 0), 0);
  return Array.from(rows, (row) => Array.from({ length: width }, (_, column) => row?.[column] ?? null));
}

/**
 * The plain values (text and numbers, no formulas) of one sheet of an Excel 97–2003 workbook. One source is published only in this
 * format and the reader of newer workbooks does not know it.
 */
export async function readXlsSheet(folder: string, file: string, sheet: string): Promise<Cell[][]> {
  const stream = compoundStream(file, await readSource(folder, file), 'Workbook');
  try {
    let strings: string[] = [];
    let offset: number | null = null;
    let table: Buffer[] | null = null;
    for (const { type, data } of records(stream, 0)) {
      if (table && type !== CONTINUE) {
        strings = sharedStrings(table);
        table = null;
      }
      if (type === CONTINUE) table?.push(data);
      else if (type === SST) table = [data];
      else if (type === BOUND_SHEET) {
        const wide = ((data[7] ?? 0) & 1) === 1;
        const length = data[6] ?? 0;
        const name = data.toString(wide ? 'utf16le' : 'latin1', 8, 8 + (wide ? 2 * length : length));
        if (name.trim() === sheet) offset = data.readUInt32LE(0);
      } else if (type === EOF) break;
    }
    if (offset === null) throw new RangeError(`no sheet "${sheet}"`);
    return sheetRows(stream, offset, strings);
  } catch (error) {
    if (error instanceof RangeError) throw new ImportError(file, null, `damaged workbook: ${error.message}`);
    throw error;
  }
}
