import type { FontSet } from '../fonts/font-set.js';
import { INK, type Ink, type TextStyle } from '../text/text-style.js';
import { addressesIn } from '../text/addresses.js';
import type { Stretch } from '../text/font-pieces.js';
import type { Line, Piece, SetText, Typesetter } from '../text/typeset.js';
import { type DocumentFacts, documentOptions } from './document-options.js';
import { FontOnPaper } from './font-on-paper.js';
import { attributesOf, embedNumbersOnly, Paper } from './pdfkit-insides.js';

export type Tag =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'LBody'
  | 'Lbl'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure'
  | 'Caption'
  | 'Note';

type Element = PDFKit.PDFStructureElement;

/** The one place that speaks to pdfkit: pages, text by base line, shapes, tags and bookmarks. */
export class PdfWriter {
  private readonly document: Paper;
  private readonly root: Element;
  private readonly used = new Map<string, FontOnPaper>();
  /** The element that is being drawn into. */
  private open: { readonly element: Element; readonly tag: Tag } | null = null;
  private fill = '';
  pages = 0;

  constructor(
    private readonly fonts: FontSet,
    readonly typesetter: Typesetter,
    private readonly facts: DocumentFacts,
  ) {
    this.document = new Paper(documentOptions(facts));
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
  }

  /** Starts a page and its section; `bookmark` is its name in the outline. */
  page(bookmark: string): Element {
    this.document.addPage();
    this.pages += 1;
    this.fill = '';
    this.document.outline.addItem(bookmark);
    const section = this.document.struct('Sect', { title: bookmark });
    this.root.add(section);
    return section;
  }

  /** Adds an element that only holds others. */
  group(parent: Element, tag: Tag, numbering?: ListNumbering): Element {
    const element = this.document.struct(tag);
    if (numbering) attributesOf(element).A = { O: 'List', ListNumbering: numbering };
    parent.add(element);
    return element;
  }

  /** Draws inside a tagged element: what `draw` puts on the page belongs to it. */
  tagged(parent: Element, tag: Tag, draw: () => void, options: StructureOptions = {}): void {
    const element = this.document.struct(tag, options);
    parent.add(element);
    element.add(this.document.markStructureContent(tag));
    this.open = { element, tag };
    draw();
    this.open = null;
    this.document.endMarkedContent();
    element.end();
  }

  /** Draws what is not content (rules, grounds, footers), so that reading software skips it. */
  artifact(draw: () => void): void {
    this.document.markContent('Artifact', { type: 'Layout' });
    draw();
    this.document.endMarkedContent();
  }

  /** Draws set text with its top left corner at (x, y). */
  text(
    set: SetText,
    x: number,
    y: number,
    { align = 'left', width = 0, ink = set.style.ink }: TextPlace = {},
  ): void {
    const { style } = set;
    this.ink(ink);
    set.lines.forEach((line, index) => {
      const shift =
        align === 'right' ? width - line.width : align === 'centre' ? (width - line.width) / 2 : 0;
      const baseline = y + index * style.leading + this.typesetter.baseline(style);
      this.line(line, x + shift, baseline, style);
    });
  }

  rect(x: number, y: number, width: number, height: number, ink: Ink): void {
    this.ink(ink);
    this.document.rect(x, y, width, height).fill();
  }

  rule(x: number, y: number, width: number, ink: Ink = 'line', thickness = 0.75): void {
    this.rect(x, y - thickness / 2, width, thickness, ink);
  }

  /** Raw access for the drawing of charts; colours set here must be set through {@link ink}. */
  get canvas(): PDFKit.PDFDocument {
    return this.document;
  }

  ink(ink: Ink): void {
    const colour = INK[ink];
    if (this.fill === colour) return;
    this.fill = colour;
    this.document.fillColor(colour);
  }

  /** Finishes a file that is compared and never read: the same exactly when {@link end} would give the same, in a third of the time. */
  endToCompare(): Buffer {
    for (const { embedded } of this.used.values()) embedNumbersOnly(embedded);
    return this.end();
  }

  /** Finishes the file. */
  end(): Buffer {
    this.root.end();
    this.document.end();
    return this.document.bytes();
  }

  /** Draws a line. Its pieces come in the order they are read, so that software without tags reads them so too. */
  private line({ pieces, goesOn }: Line, x: number, baseline: number, style: TextStyle): void {
    let shown = '';
    const flush = (): void => {
      this.show(shown);
      shown = '';
    };
    let stretch: Stretch | null = null;
    const ordered = inReadingOrder(pieces);
    for (const [index, piece] of ordered.entries()) {
      if (piece.stretch !== stretch) {
        flush();
        if (stretch) this.document.endMarkedContent();
        stretch = piece.stretch;
        if (stretch) this.openStretch(stretch);
      }
      const draw = (text: string, from: number): string => this.run(piece, text, from, x, baseline, style);
      let from = 0;
      if (!stretch)
        for (const { start, end, url } of this.open ? addressesIn(piece.text, this.facts.siteUrl) : []) {
          shown += draw(piece.text.slice(0, start), from);
          flush();
          const words = piece.text.slice(0, end);
          const left = x + piece.x + this.widthOf(piece, piece.text.slice(0, start), style);
          const width = x + piece.x + this.widthOf(piece, words, style) - left;
          const box = [left, baseline - style.size * 0.8, width, style.size * 1.1] as const;
          this.link(url, box, () => this.show(draw(words, start)));
          from = end;
        }
      const next = ordered[index + 1];
      // Spaces after a line and between two faces keep words apart in the text that software reads, not only on paper.
      const apart = next ? next.x > piece.x + piece.width + 0.1 : !goesOn;
      if (!stretch) shown += draw(apart ? `${piece.text} ` : piece.text, from);
      else {
        shown += draw(piece.text, 0);
        if (apart && next?.stretch !== stretch) {
          flush();
          this.document.endMarkedContent();
          stretch = null;
          shown += draw(`${piece.text} `, piece.text.length);
        }
      }
    }
    flush();
    if (stretch) this.document.endMarkedContent();
  }

  /** Words whose glyphs say them in another order, or not at all, or that are in another language. */
  private openStretch({ actual, language }: Stretch): void {
    this.document.markContent('Span', {
      ...(language !== null && { lang: language }),
      ...(actual !== null && { actual }),
    });
  }

  /** The operators that draw `text` from `from` on, where it stands in its piece. */
  private run(
    piece: Piece,
    text: string,
    from: number,
    x: number,
    baseline: number,
    style: TextStyle,
  ): string {
    if (from >= text.length) return '';
    const font = this.fontOf(piece.font);
    const left = x + piece.x + (from > 0 ? this.widthOf(piece, text.slice(0, from), style) : 0);
    const shown = font.shown(text.slice(from), style.tabular === true, style.size, piece);
    return `/${font.embedded.id} ${short(style.size)} Tf\n1 0 0 -1 ${short(left)} ${short(baseline)} Tm\n${shown}`;
  }

  private show(operators: string): void {
    if (operators !== '') this.document.addContent(`BT\n${operators}ET`);
  }

  private widthOf(piece: Piece, text: string, style: TextStyle): number {
    const font = this.fonts.byName(piece.font);
    return (font.width(text, style.tabular, piece) * style.size) / 1000;
  }

  /** Words that lead somewhere: an element of their own inside the open one, with the annotation that is clicked. */
  private link(
    url: string,
    [x, y, width, height]: readonly [number, number, number, number],
    draw: () => void,
  ): void {
    if (!this.open) return;
    const { document } = this;
    const { element, tag } = this.open;
    document.endMarkedContent();
    const link = document.struct('Link');
    element.add(link);
    link.add(document.markStructureContent('Link'));
    draw();
    document.endMarkedContent();
    document.link(x, y, width, height, url, {
      structParent: link,
      Contents: new String(url.replace(/^(https?:\/\/|mailto:)/, '')),
    } as unknown as PDFKit.Mixins.AnnotationOption);
    link.end();
    element.add(document.markStructureContent(tag));
  }

  /** The font in this file, named among the resources of the current page. */
  private fontOf(name: string): FontOnPaper {
    let font = this.used.get(name);
    if (!font) {
      const shaped = this.fonts.byName(name);
      this.used.set(name, (font = new FontOnPaper(this.document.embed(name, shaped.parsed), shaped)));
    }
    this.document.useOnPage(font.embedded);
    return font;
  }
}

/** Pieces as they are read: those of a stretch with an order of its own are placed, and so given, from left to right. */
const inReadingOrder = (pieces: readonly Piece[]): readonly Piece[] =>
  pieces.some(({ rightToLeft }) => rightToLeft) ? [...pieces].sort((a, b) => a.start - b.start) : pieces;

/** How the items of a list are marked, in the words of the PDF standard. */
export type ListNumbering = 'Disc' | 'Decimal' | 'Square';

/** A thousandth of a point is nothing to see. */
const short = (points: number): number => Math.round(points * 1000) / 1000;

export interface TextPlace {
  readonly align?: 'left' | 'right' | 'centre';
  /** Width of the box that `right` and `centre` refer to. */
  readonly width?: number;
  readonly ink?: Ink;
}

export interface StructureOptions {
  readonly alt?: string;
  readonly title?: string;
  readonly scope?: 'Row' | 'Column';
  readonly bbox?: readonly [number, number, number, number];
  readonly placement?: 'Block' | 'Inline';
}
