import { PdfFile } from './pdf-file.js';
import { pageText } from './pdf-text.js';
import { nameOf, type PdfDictionary, PdfReference } from './pdf-values.js';

/** What a file says of itself, read from its bytes alone. */
export interface PdfReading {
  /** Text of each page, in order. */
  readonly pages: readonly string[];
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  readonly tags: {
    /** There is a structure tree, and the file is marked as tagged. */
    readonly tree: boolean;
    /** Language of the text, for example en-GB. */
    readonly language: string | null;
    /** Every page is tied to the tree. */
    readonly allPages: boolean;
    readonly figures: number;
    readonly figuresWithoutText: number;
    /** The file claims PDF/UA-1 in its metadata. */
    readonly claimsUa: boolean;
  };
}

/** @throws PdfSyntaxError when the file is not one our renderer could have written. */
export function readPdf(bytes: Buffer): PdfReading {
  const file = new PdfFile(bytes);
  const catalogue = file.dictionary(file.trailer.get('/Root'));
  const pages = pagesUnder(file, file.dictionary(catalogue.get('/Pages')));
  const dictionaries = [...file.objects].map((object) => file.dictionary(new PdfReference(object)));
  const figures = dictionaries.filter((entry) => entry.get('/S') === '/Figure');
  const language = file.resolve(catalogue.get('/Lang'));
  const glyphs = new Map<string, ReadonlyMap<number, string>>();
  return {
    pages: pages.map((page) => pageText(file, page, glyphs)),
    fonts: dictionaries
      .filter(isFont)
      .map((font) => ({ name: nameOf(font.get('/BaseFont')).slice(1), embedded: isEmbedded(file, font) })),
    tags: {
      tree:
        catalogue.has('/StructTreeRoot') &&
        file.dictionary(catalogue.get('/MarkInfo')).get('/Marked') === true,
      language: language instanceof Uint8Array ? Buffer.from(language).toString('latin1') : null,
      allPages: pages.every((page) => page.has('/StructParents')),
      figures: figures.length,
      figuresWithoutText: figures.filter((figure) => !figure.has('/Alt')).length,
      claimsUa: file.stream(catalogue.get('/Metadata')).includes('pdfuaid:part'),
    },
  };
}

function pagesUnder(file: PdfFile, node: PdfDictionary, depth = 0): PdfDictionary[] {
  if (node.get('/Type') !== '/Pages' || depth > 20) return [node];
  return file.array(node.get('/Kids')).flatMap((kid) => pagesUnder(file, file.dictionary(kid), depth + 1));
}

/** Composite fonts are counted once, by their outer dictionary. */
const isFont = (entry: PdfDictionary): boolean =>
  entry.get('/Type') === '/Font' && !nameOf(entry.get('/Subtype')).startsWith('/CIDFont');

/** Embedded means: the program that draws the glyphs is inside the file. */
function isEmbedded(file: PdfFile, font: PdfDictionary): boolean {
  const [descendant] = file.array(font.get('/DescendantFonts'));
  const descriptor = file.dictionary(
    file.dictionary(descendant ?? null).get('/FontDescriptor') ?? font.get('/FontDescriptor'),
  );
  return ['/FontFile', '/FontFile2', '/FontFile3'].some(
    (name) => file.resolve(descriptor.get(name)) !== null,
  );
}
