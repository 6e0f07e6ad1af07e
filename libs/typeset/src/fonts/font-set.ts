import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { create } from 'fontkit';
import { AssetError } from '../asset-error.js';
import { ShapedFont } from './shaped-font.js';

/** The faces of the house. */
export type Face = 'sans' | 'sansMedium' | 'sansBold' | 'serif' | 'serifBold';

const FILES = {
  sans: 'Inter_400Regular.ttf',
  sansMedium: 'Inter_500Medium.ttf',
  sansBold: 'Inter_600SemiBold.ttf',
  serif: 'SourceSerif4_400Regular.ttf',
  serifBold: 'SourceSerif4_600SemiBold.ttf',
  arabic: 'NotoSansArabic_400Regular.ttf',
  arabicBold: 'NotoSansArabic_600SemiBold.ttf',
  hebrew: 'NotoSansHebrew_400Regular.ttf',
  hebrewBold: 'NotoSansHebrew_600SemiBold.ttf',
} as const;
type FontName = keyof typeof FILES;

/** Which faces are tried, in order, for a character the first one lacks. */
const FALLBACKS: Readonly<Record<Face, readonly FontName[]>> = {
  sans: ['sans', 'serif', 'arabic', 'hebrew'],
  sansMedium: ['sansMedium', 'serifBold', 'arabicBold', 'hebrewBold'],
  sansBold: ['sansBold', 'serifBold', 'arabicBold', 'hebrewBold'],
  serif: ['serif', 'sans', 'arabic', 'hebrew'],
  serifBold: ['serifBold', 'sansBold', 'arabicBold', 'hebrewBold'],
};

/** All fonts of the blueprint, each parsed once. */
export class FontSet {
  private constructor(private readonly fonts: ReadonlyMap<FontName, ShapedFont>) {}

  /** @throws AssetError naming the file that is missing or is not a font. */
  static load(folder: string): FontSet {
    const fonts = new Map<FontName, ShapedFont>();
    for (const [name, file] of Object.entries(FILES) as [FontName, string][]) {
      const path = join(folder, file);
      try {
        fonts.set(name, new ShapedFont(name, create(readFileSync(path))));
      } catch (error) {
        throw new AssetError(path, error instanceof Error ? error.message : 'cannot be read as a font');
      }
    }
    return new FontSet(fonts);
  }

  all(): readonly ShapedFont[] {
    return [...this.fonts.values()];
  }

  /** The font that draws `codePoint` in `face`; null when none has it. */
  fontFor(face: Face, codePoint: number): ShapedFont | null {
    for (const name of FALLBACKS[face]) {
      const font = this.named(name);
      if (font.covers(codePoint)) return font;
    }
    return null;
  }

  /** The first choice of a face, whose metrics set its line height. */
  main(face: Face): ShapedFont {
    return this.named(face);
  }

  /** True when some font of the set has the character. */
  covers(codePoint: number): boolean {
    return this.fontFor('sans', codePoint) !== null;
  }

  /** A font by the name a measured piece of text carries. */
  byName(name: string): ShapedFont {
    return this.named(name as FontName);
  }

  private named(name: FontName): ShapedFont {
    const font = this.fonts.get(name);
    if (!font) throw new Error(`the font ${name} was not loaded`);
    return font;
  }
}
