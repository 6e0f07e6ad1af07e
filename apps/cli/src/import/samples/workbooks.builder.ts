import { strToU8, zipSync } from 'fflate';

export type SampleCell = string | number | null;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A cell's column as letters, from 0: A, B … Z, AA. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

const cellXml = (cell: SampleCell, at: string): string => {
  if (cell === null) return '';
  return typeof cell === 'number'
    ? `<c r="${at}"><v>${cell}</v></c>`
    : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
};

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The bytes of an Excel workbook (Office Open XML) with one sheet of plain values. */
export function xlsx(sheet: string, rows: readonly (readonly SampleCell[])[]): Uint8Array {
  const data = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join('')}</row>`,
    )
    .join('');
  const files = {
    '[Content_Types].xml': `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${escaped(sheet)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${data}</sheetData></worksheet>`,
  };
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
}

const SECTOR = 512;
const END_OF_CHAIN = 0xfffffffe;
const FREE = 0xffffffff;

function biff(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type, 0);
  head.writeUInt16LE(data.length, 2);
  return Buffer.concat([head, data]);
}

const bytesOf = (...parts: readonly (readonly [size: 1 | 2 | 4, value: number])[]): Buffer =>
  Buffer.concat(
    parts.map(([size, value]) => {
      const buffer = Buffer.alloc(size);
      buffer.writeUIntLE(value, 0, size);
      return buffer;
    }),
  );

/** The bytes of an Excel 97–2003 workbook (MS-XLS in MS-CFB) with one sheet of short texts. */
export function xls(sheet: string, rows: readonly (readonly string[])[]): Uint8Array {
  const strings = [...new Set(rows.flat())];
  const sst = biff(
    0xfc,
    Buffer.concat([
      bytesOf([4, strings.length], [4, strings.length]),
      ...strings.map((text) =>
        Buffer.concat([bytesOf([2, text.length], [1, 0]), Buffer.from(text, 'latin1')]),
      ),
    ]),
  );
  const bound = (offset: number): Buffer =>
    biff(
      0x85,
      Buffer.concat([bytesOf([4, offset], [2, 0], [1, sheet.length], [1, 0]), Buffer.from(sheet, 'latin1')]),
    );
  const end = biff(0x0a, Buffer.alloc(0));
  const offset = bound(0).length + sst.length + end.length;
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) =>
      biff(0xfd, bytesOf([2, row], [2, column], [2, 0], [4, strings.indexOf(text)])),
    ),
  );
  return compoundFile('Workbook', Buffer.concat([bound(offset), sst, end, ...cells, end]));
}

/** One stream in the container of the old formats: header, table of sectors, directory, stream. */
function compoundFile(name: string, stream: Buffer): Uint8Array {
  const sectors = Math.max(8, Math.ceil(stream.length / SECTOR));
  const header = Buffer.alloc(SECTOR);
  header.write('d0cf11e0a1b11ae1', 'hex');
  header.writeUInt16LE(9, 0x1e);
  header.writeUInt32LE(1, 0x2c);
  header.writeUInt32LE(1, 0x30);
  header.fill(0xff, 0x4c);
  header.writeUInt32LE(0, 0x4c);
  const table = Buffer.alloc(SECTOR);
  const next = [
    FREE,
    END_OF_CHAIN,
    ...Array.from({ length: sectors - 1 }, (_, index) => index + 3),
    END_OF_CHAIN,
  ];
  Array.from({ length: SECTOR / 4 }, (_, index) => table.writeUInt32LE(next[index] ?? FREE, 4 * index));
  const directory = Buffer.alloc(SECTOR);
  directory.write(name, 0, 'utf16le');
  directory.writeUInt16LE(2 * (name.length + 1), 64);
  directory.writeUInt32LE(2, 116);
  directory.writeUInt32LE(sectors * SECTOR, 120);
  return Buffer.concat([header, table, directory, stream, Buffer.alloc(sectors * SECTOR - stream.length)]);
}
