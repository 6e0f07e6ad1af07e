import PDFDocument from 'pdfkit';

/**
 * pdfkit's document with its output gathered here. pdfkit turns every operator of a page and every line of the file into a buffer of
 * its own and passes it through a stream: thousands a file, which costs as much as drawing. The bytes are the same.
 */
export class Paper extends PDFDocument {
  // Filled while pdfkit's own constructor runs, so they must not be initialised after it.
  declare private parts: Uint8Array[] | undefined;
  declare private lines: string | undefined;
  declare private operators: string | undefined;
  declare private _offset: number;

  /** Adds an operator to the current page. */
  override addContent(operator: string): this {
    this.operators = `${this.operators ?? ''}${operator}\n`;
    return this;
  }

  override flushPages(): void {
    if (this.operators) (this.page as unknown as WritablePage).write(Buffer.from(this.operators, 'latin1'));
    this.operators = '';
    super.flushPages();
  }

  /** The whole file. Call after `end()`. */
  bytes(): Buffer {
    this.flushLines();
    return Buffer.concat(this.parts ?? []);
  }

  /** pdfkit's outlet: a line of the file, or the bytes of a stream. */
  _write(chunk: string | Uint8Array): void {
    if (typeof chunk === 'string') {
      this.lines = `${this.lines ?? ''}${chunk}\n`;
      this._offset += chunk.length + 1;
      return;
    }
    this.flushLines();
    this.parts?.push(chunk);
    this._offset += chunk.length;
  }

  /** Nothing reads the stream: its end would only wait in a queue and hold the file in memory meanwhile. */
  override push(): boolean {
    return false;
  }

  private flushLines(): void {
    (this.parts ??= []).push(Buffer.from(this.lines ?? '', 'latin1'));
    this.lines = '';
  }
}

interface WritablePage {
  write(bytes: Uint8Array): void;
}
