import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import { figuresIn, type StructureNode } from './figures.js';
import { type PageGlyphs, pageGlyphs } from './page-glyphs.js';
import { pdfjs } from './pdfjs.js';

/** What a file says of itself, read from its bytes alone. */
export interface PdfReading {
  /** Text of each page in the order it is drawn. Each drawn character that has no Unicode value stands at the end as U+FFFD. */
  readonly pages: readonly string[];
  /** By page: letters that would be lost in copying or reading aloud, and letters that were drawn as empty boxes. */
  readonly letters: readonly { readonly lost: number; readonly boxes: number }[];
  /** The fonts the pages draw with; `embedded`: the program that draws the letters is inside the file. */
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly tags: {
    /** There is a structure tree, and the file is marked as tagged. */
    readonly tree: boolean;
    /** Language of the text, for example en-GB. */
    readonly language: string | null;
    /** Every page is tied to the tree. */
    readonly allPages: boolean;
    readonly figures: number;
    /** The page of each figure whose alternative text is missing or says nothing. */
    readonly figuresWithoutText: readonly number[];
    /** The file claims PDF/UA-1 in its metadata. */
    readonly claimsUa: boolean;
  };
}

/** Where a whole file has its end mark, in bytes from the end. */
const END_WITHIN = 1_024;

/** Reads a file with pdf.js. @throws Error when it is no whole PDF. It takes about a second for 15 pages, so it is not for a hot path. */
export async function readPdf(bytes: Buffer): Promise<PdfReading> {
  // pdf.js repairs what it can; a file that needs repair is not the one we made.
  if (!bytes.subarray(0, 5).equals(Buffer.from('%PDF-'))) throw new Error('it does not begin like a PDF');
  if (!bytes.subarray(-END_WITHIN).includes('%%EOF')) throw new Error('its end is missing');
  const { getDocument, OPS, VerbosityLevel } = await pdfjs();
  const task = getDocument({
    // A copy: pdf.js takes the memory over.
    data: new Uint8Array(bytes),
    fontExtraProperties: true,
    disableFontFace: true,
    stopAtErrors: true,
    isEvalSupported: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    return await reading(await task.promise, OPS);
  } finally {
    await task.destroy();
  }
}

async function reading(document: PDFDocumentProxy, operators: PageGlyphs['operators']): Promise<PdfReading> {
  const pages: string[] = [];
  const trees: (StructureNode | null)[] = [];
  const letters: PdfReading['letters'][number][] = [];
  const fonts = new Map<string, boolean>();
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const drawn = await pageGlyphs(page, operators);
    for (const { name, embedded } of drawn.fonts) fonts.set(name, embedded);
    letters.push({ lost: drawn.lost, boxes: drawn.boxes });
    pages.push(`${await textOf(page)}${'\ufffd'.repeat(drawn.lost)}`);
    trees.push((await page.getStructTree()) as StructureNode | null);
  }
  const figures = trees.flatMap((tree, index) =>
    tree ? figuresIn(tree).map(({ alt }) => ({ page: index + 1, alt: alt?.trim() })) : [],
  );
  const { info, metadata } = await document.getMetadata();
  const marks = (await document.getMarkInfo()) as { readonly Marked?: boolean } | null;
  const language = (info as { readonly Language?: unknown }).Language;
  return {
    pages,
    letters,
    fonts: [...fonts].map(([name, embedded]) => ({ name, embedded })),
    tags: {
      tree: marks?.Marked === true && trees.some((tree) => tree !== null),
      language: typeof language === 'string' ? language : null,
      allPages: trees.every((tree) => tree !== null && tree.children.length > 0),
      figures: figures.length,
      figuresWithoutText: figures.flatMap(({ page, alt }) => (alt ? [] : [page])),
      claimsUa: (metadata as { get(name: string): unknown } | null)?.get('pdfuaid:part') === '1',
    },
  };
}

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent();
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('');
}
