import {
  type Ink,
  INK,
  type ListNumbering,
  PdfWriter,
  type SetText,
  type StructureOptions,
  type Tag,
  type TextPlace,
} from '@app/typeset';

type Element = PDFKit.PDFStructureElement;
type TextOptions = PDFKit.Mixins.TextOptions;

/** One call on pdfkit; `elements` holds the structure elements made so far, by number. */
export type Operation = (document: PDFKit.PDFDocument, elements: Element[]) => void;

const play = (operations: readonly Operation[], document: PDFKit.PDFDocument, elements: Element[]): void =>
  operations.forEach((operation) => operation(document, elements));

/**
 * A writer that also notes each call as plain pdfkit, every run of words at its place: the program someone would write who
 * knew all places beforehand. {@link operations} draw the same file again.
 */
export class RecordingWriter extends PdfWriter {
  operations: Operation[] = [];
  private readonly numbers = new Map<Element, number>();
  private colour = '';

  override page(bookmark: string): Element {
    const section = super.page(bookmark);
    const number = this.numberOf(section);
    this.colour = '';
    this.operations.push((document, elements) => {
      document.addPage();
      document.outline.addItem(bookmark);
      elements[number] = document.struct('Sect', { title: bookmark });
      elements[0]?.add(elements[number]);
    });
    return section;
  }

  override group(parent: Element, tag: Tag, numbering?: ListNumbering): Element {
    const element = super.group(parent, tag, numbering);
    const [above, below] = [this.numberOf(parent), this.numberOf(element)];
    this.operations.push((document, elements) => {
      elements[below] = document.struct(tag);
      elements[above]?.add(elements[below]);
    });
    return element;
  }

  override tagged(parent: Element, tag: Tag, draw: () => void, options: StructureOptions = {}): void {
    const inside = this.within(() => super.tagged(parent, tag, draw, options));
    const above = this.numberOf(parent);
    this.operations.push((document, elements) => {
      const element = document.struct(tag, options);
      elements[above]?.add(element);
      element.add(document.markStructureContent(tag));
      play(inside, document, elements);
      document.endMarkedContent();
      element.end();
    });
  }

  override artifact(draw: () => void): void {
    const inside = this.within(() => super.artifact(draw));
    this.operations.push((document, elements) => {
      document.markContent('Artifact', { type: 'Layout' });
      play(inside, document, elements);
      document.endMarkedContent();
    });
  }

  override text(set: SetText, x: number, y: number, place: TextPlace = {}): void {
    super.text(set, x, y, place);
    const { style } = set;
    const { align = 'left', width = 0 } = place;
    set.lines.forEach((line, index) => {
      const shift =
        align === 'right' ? width - line.width : align === 'centre' ? (width - line.width) / 2 : 0;
      const end = line.goesOn ? '' : ' ';
      const backwards = line.pieces.some(({ rightToLeft }) => rightToLeft);
      const actual = line.text + end;
      const baseline = y + index * style.leading + this.typesetter.baseline(style);
      if (backwards) this.operations.push((document) => document.markContent('Span', { actual }));
      line.pieces.forEach((piece, at) => {
        const text = at === line.pieces.length - 1 && !piece.rightToLeft ? piece.text + end : piece.text;
        const options: TextOptions & { textWidth: number; wordCount: number } = {
          lineBreak: false,
          baseline: 'alphabetic',
          textWidth: piece.width,
          wordCount: 1,
          ...(style.tabular && { features: ['tnum'] }),
        };
        this.operations.push((document) =>
          document.font(piece.font, style.size).text(text, x + shift + piece.x, baseline, options),
        );
      });
      if (backwards) this.operations.push((document) => document.endMarkedContent());
    });
  }

  override rect(x: number, y: number, width: number, height: number, ink: Ink): void {
    super.rect(x, y, width, height, ink);
    this.operations.push((document) => document.rect(x, y, width, height).fill());
  }

  override ink(ink: Ink): void {
    super.ink(ink);
    const colour = INK[ink];
    if (this.colour === colour) return;
    this.colour = colour;
    this.operations.push((document) => document.fillColor(colour));
  }

  /** Charts draw on pdfkit themselves: each call is noted as it is. */
  override get canvas(): PDFKit.PDFDocument {
    const document = super.canvas;
    const noting = (target: PDFKit.PDFDocument): PDFKit.PDFDocument =>
      new Proxy(target, {
        get: (of, name, proxy) => {
          const value: unknown = Reflect.get(of, name);
          if (typeof value !== 'function') return value;
          return (...args: unknown[]): unknown => {
            this.operations.push((other) =>
              (Reflect.get(other, name) as (...all: unknown[]) => unknown).apply(other, args),
            );
            const result: unknown = value.apply(of, args);
            return result === of ? proxy : result;
          };
        },
      });
    return noting(document);
  }

  /** What is noted while `draw` runs, set apart. */
  private within(draw: () => void): Operation[] {
    const outside = this.operations;
    this.operations = [];
    draw();
    const inside = this.operations;
    this.operations = outside;
    return inside;
  }

  private numberOf(element: Element): number {
    let number = this.numbers.get(element);
    // 0 is the document itself, which nothing asks for by name.
    if (number === undefined) this.numbers.set(element, (number = this.numbers.size + 1));
    return number;
  }
}
