/** Reads bytes over the joints of CONTINUE records. */
class Segments {
  private segment = 0;
  private at = 0;

  constructor(private readonly parts: readonly Buffer[]) {}

  private part(): Buffer {
    while (this.at >= (this.parts[this.segment]?.length ?? Infinity)) {
      this.segment += 1;
      this.at = 0;
    }
    const part = this.parts[this.segment];
    if (!part) throw new RangeError('the table of strings ends early');
    return part;
  }

  byte(): number {
    const value = this.part()[this.at] ?? 0;
    this.at += 1;
    return value;
  }

  uint16(): number {
    return this.byte() | (this.byte() << 8);
  }

  uint32(): number {
    return (this.uint16() | (this.uint16() << 16)) >>> 0;
  }

  skip(count: number): void {
    for (let i = 0; i < count; i += 1) this.byte();
  }

  /** Characters; where a string goes on in the next record, that record starts with a byte that says whether it is wide. */
  characters(count: number, startsWide: boolean): string {
    let wide = startsWide;
    let text = '';
    for (let i = 0; i < count; i += 1) {
      const before = this.segment;
      const part = this.part();
      if (this.segment !== before && i > 0) {
        wide = ((part[this.at] ?? 0) & 1) === 1;
        this.at += 1;
      }
      text += String.fromCharCode(wide ? this.uint16() : this.byte());
    }
    return text;
  }
}

/** The shared string table (record SST with its CONTINUE records) of a BIFF8 workbook. */
export function sharedStrings(parts: readonly Buffer[]): string[] {
  const segments = new Segments(parts);
  segments.uint32();
  const count = segments.uint32();
  const strings: string[] = [];
  for (let i = 0; i < count; i += 1) {
    const length = segments.uint16();
    const flags = segments.byte();
    const runs = flags & 8 ? segments.uint16() : 0;
    const extra = flags & 4 ? segments.uint32() : 0;
    strings.push(segments.characters(length, (flags & 1) === 1));
    segments.skip(runs * 4 + extra);
  }
  return strings;
}
