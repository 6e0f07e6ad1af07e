import type { PDFPageProxy } from 'pdfjs-dist';

export interface PageGlyphs {
  readonly fonts: readonly { readonly name: string; readonly embedded: boolean }[];
  /** Drawn characters that their font gives no Unicode value; they could not be searched for, copied or read aloud. */
  readonly lost: number;
  /** Drawn characters for which the font has no shape: an empty box on paper. */
  readonly boxes: number;
  readonly operators: { readonly setFont: number; readonly showText: number };
}

/** What pdf.js says of a font when it is asked for extra properties. */
interface FontFacts {
  readonly name: string;
  readonly missingFile?: boolean;
  readonly toUnicode?: { readonly _map?: readonly (string | undefined)[] };
}

interface DrawnGlyph {
  readonly originalCharCode: number;
}

/** Glyph 0 of every font is what stands for a letter it has not (OpenType, .notdef). */
const NO_SHAPE = 0;

/** The fonts a page draws with, and the letters it draws that mean nothing. */
export async function pageGlyphs(
  page: PDFPageProxy,
  operators: PageGlyphs['operators'],
): Promise<Pick<PageGlyphs, 'fonts' | 'lost' | 'boxes'>> {
  const { fnArray, argsArray } = await page.getOperatorList();
  const fonts = new Map<string, FontFacts>();
  let font: FontFacts | undefined;
  let lost = 0;
  let boxes = 0;
  fnArray.forEach((operator, index) => {
    const [first] = (argsArray[index] as readonly unknown[] | null) ?? [];
    if (operator === operators.setFont && typeof first === 'string') {
      font = fonts.get(first) ?? (page.commonObjs.get(first) as FontFacts);
      fonts.set(first, font);
    }
    if (operator !== operators.showText) return;
    // Numbers between the glyphs are kerning.
    for (const glyph of first as readonly (DrawnGlyph | number)[]) {
      if (typeof glyph === 'number') continue;
      if (glyph.originalCharCode === NO_SHAPE) boxes += 1;
      // An entry that says nothing loses its letter as one that is missing does.
      else if (!font?.toUnicode?._map?.[glyph.originalCharCode]?.replace(/\0/g, '')) lost += 1;
    }
  });
  return {
    fonts: [...fonts.values()].map(({ name, missingFile }) => ({ name, embedded: missingFile !== true })),
    lost,
    boxes,
  };
}
