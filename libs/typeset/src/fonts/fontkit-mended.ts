import type { Font, Glyph } from 'fontkit';

/** A parsed font without two faults of fontkit 2.0. */
export function mended(font: Font): Font {
  withOwnGlyphs(font);
  withoutAnchors(font);
  return font;
}

/**
 * Makes a parsed font give each letter a glyph that knows this letter. fontkit keeps one object a glyph with the letters it was first asked for: a
 * letter that shares its shape with another (’ and ʼ), or whose shape is a part of another's (' in ") and was embedded as one, would be
 * taken for the other, or for none, by everything after, in this file and in the next one of the process.
 */
function withOwnGlyphs(font: Font): void {
  const plain = font.getGlyph.bind(font);
  const known = new Map<string, Glyph>();
  font.getGlyph = (id, codePoints = []) => {
    const key = `${id}|${codePoints.join()}`;
    let glyph = known.get(key);
    if (!glyph) {
      const text = String.fromCodePoint(...codePoints.filter(Number.isInteger));
      glyph = Object.create(plain(id, codePoints), {
        codePoints: { value: codePoints },
        isMark: { value: /^\p{M}+$/u.test(text), writable: true },
        isLigature: { value: codePoints.length > 1, writable: true },
      }) as Glyph;
      known.set(key, glyph);
    }
    return glyph;
  };
}

interface Positioning {
  applyLookup(type: number, table: unknown): boolean;
}

/**
 * A font may say that a mark has no place on a letter (a null anchor: Gurmukhi and Telugu in Noto). Then the next rule is to be tried, as HarfBuzz does; fontkit
 * reads the anchor all the same, and fails.
 */
function withoutAnchors(font: Font): void {
  const { engine } = (font as unknown as { _layoutEngine: { engine?: { GPOSProcessor?: Positioning } } })
    ._layoutEngine;
  const positioning = engine?.GPOSProcessor;
  if (!positioning) return;
  const apply = positioning.applyLookup.bind(positioning);
  positioning.applyLookup = (type, table) => {
    try {
      return apply(type, table);
    } catch (error) {
      if (error instanceof TypeError) return false;
      throw error;
    }
  };
}
