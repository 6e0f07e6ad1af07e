import type { TextStyle } from '../text/text-style.js';
import type { Limits, SetText } from '../text/typeset.js';
import type { PdfWriter } from './pdf-writer.js';

/** The page being drawn, with the section its content is tagged into. */
export class Sheet {
  constructor(
    readonly writer: PdfWriter,
    readonly section: PDFKit.PDFStructureElement,
  ) {}

  /** The same page, tagging into another element. */
  into(element: PDFKit.PDFStructureElement): Sheet {
    return new Sheet(this.writer, element);
  }

  set(text: string, style: TextStyle, width: number, limits: Limits = {}): SetText {
    return this.writer.typesetter.set(text, style, width, limits);
  }
}
