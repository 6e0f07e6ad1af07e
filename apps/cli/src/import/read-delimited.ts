import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { ImportError } from './import-error.js';
import { type Row, type TableShape, toRows } from './table.js';

/** Reads a file's bytes or refuses with its name. */
export async function readSource(folder: string, file: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new ImportError(
      file,
      null,
      `cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`,
    );
  }
}

/** Text that must be whole UTF-8 and end with a line end: a file cut in the middle of its last line has neither for sure. */
function wholeText(file: string, bytes: Buffer): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ImportError(
      file,
      bytes.toString('utf8').split('\n').length,
      'not valid UTF-8: the file is damaged or cut',
    );
  }
  if (text.length > 0 && !text.endsWith('\n')) {
    throw new ImportError(file, text.split('\n').length, 'the last line has no line end: the file is cut');
  }
  return text;
}

/**
 * Reads a comma- or tab-separated file. Tab files of these sources do not quote, so a quotation mark in them is a plain character;
 * `quoted` switches quoting on (the one tab file that does).
 */
export async function readDelimited(
  folder: string,
  file: string,
  shape: TableShape,
  format: { delimiter: ',' | '\t'; quoted?: boolean },
): Promise<Row[]> {
  const text = wholeText(file, await readSource(folder, file));
  const quoted = format.quoted ?? format.delimiter === ',';
  let parsed: { record: string[]; info: { lines: number } }[];
  try {
    parsed = parse(text, {
      delimiter: format.delimiter,
      quote: quoted ? '"' : null,
      bom: true,
      info: true,
      relaxColumnCount: true,
      skipEmptyLines: true,
    }) as unknown as typeof parsed;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = (error as unknown as { lines?: number }).lines ?? null;
    throw new ImportError(file, line, error.message.split('\n')[0] ?? 'cannot be parsed');
  }
  return toRows(
    file,
    parsed.map((entry) => ({ number: entry.info.lines, cells: entry.record })),
    shape,
  );
}
