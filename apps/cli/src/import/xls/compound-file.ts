import { ImportError } from '../import-error.js';

const SIGNATURE = 'd0cf11e0a1b11ae1';
const END_OF_CHAIN = 0xfffffffe;
const DIRECTORY_ENTRY = 128;
/** FAT sectors listed in the header itself; a larger file (over 6.8 MB) would need the extension we do not read. */
const HEADER_FAT_SECTORS = 109;

/**
 * One stream of a compound file, the container of the old Excel format (MS-CFB). Reads what is needed for a stream of 4 kB and more;
 * everything is checked against the file's length, so a cut file is refused and never half read.
 */
export function compoundStream(file: string, bytes: Buffer, name: string): Buffer {
  const damaged = (reason: string): never => {
    throw new ImportError(file, null, `not a whole Excel 97–2003 file: ${reason}`);
  };
  if (bytes.length < 512 || bytes.subarray(0, 8).toString('hex') !== SIGNATURE) damaged('wrong signature');
  const sectorSize = 1 << bytes.readUInt16LE(0x1e);
  if (sectorSize !== 512 && sectorSize !== 4096) damaged(`sector size ${sectorSize}`);
  const sector = (index: number): Buffer => {
    const start = (index + 1) * sectorSize;
    if (start + sectorSize > bytes.length + sectorSize - 1 || start >= bytes.length)
      damaged(`sector ${index} lies behind the end`);
    return bytes.subarray(start, start + sectorSize);
  };
  const fatSectors = bytes.readUInt32LE(0x2c);
  if (fatSectors > HEADER_FAT_SECTORS) damaged('too large');
  const fat = Buffer.concat(
    Array.from({ length: fatSectors }, (_, i) => sector(bytes.readUInt32LE(0x4c + 4 * i))),
  );
  const chain = (first: number): Buffer => {
    const parts: Buffer[] = [];
    for (let index = first; index !== END_OF_CHAIN;) {
      if (index * 4 + 4 > fat.length || parts.length > fat.length / 4) damaged('broken chain of sectors');
      parts.push(sector(index));
      index = fat.readUInt32LE(index * 4);
    }
    return Buffer.concat(parts);
  };
  const directory = chain(bytes.readUInt32LE(0x30));
  for (let at = 0; at + DIRECTORY_ENTRY <= directory.length; at += DIRECTORY_ENTRY) {
    const length = directory.readUInt16LE(at + 64);
    if (length < 2 || directory.toString('utf16le', at, at + length - 2) !== name) continue;
    const size = directory.readUInt32LE(at + 120);
    const stream = chain(directory.readUInt32LE(at + 116));
    if (size < 4096 || stream.length < size) damaged(`stream ${name} is shorter than it says`);
    return stream.subarray(0, size);
  }
  return damaged(`no stream ${name}`);
}
