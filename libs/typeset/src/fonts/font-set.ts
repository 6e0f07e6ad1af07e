import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { create } from 'fontkit';
import { AssetError } from '../asset-error.js';
import { SCRIPTS } from '../letters/scripts.js';
import { mended } from './fontkit-mended.js';
import { ShapedFont } from './shaped-font.js';

/** The faces of the house. */
export type Face = 'sans' | 'sansMedium' | 'sansBold' | 'serif' | 'serifBold';

/** The fonts that every file uses: read at boot. */
const HOUSE = {
  sans: 'Inter_400Regular.ttf',
  sansMedium: 'Inter_500Medium.ttf',
  sansBold: 'Inter_600SemiBold.ttf',
  serif: 'SourceSerif4_400Regular.ttf',
  serifBold: 'SourceSerif4_600SemiBold.ttf',
} as const satisfies Record<Face, string>;

/** Noto fonts of other scripts by {@link SCRIPTS}' names, regular and bold: packed with brotli, unpacked when a letter first needs one. */
const packed = (noto: string, regular = '400Regular', bold = '600SemiBold'): readonly [string, string] => [
  `scripts/Noto${noto}_${regular}.ttf.br`,
  `scripts/Noto${noto}_${bold}.ttf.br`,
];
const OTHERS: Readonly<Record<string, readonly [regular: string, bold: string]>> = {
  arabic: ['NotoSansArabic_400Regular.ttf', 'NotoSansArabic_600SemiBold.ttf'],
  hebrew: ['NotoSansHebrew_400Regular.ttf', 'NotoSansHebrew_600SemiBold.ttf'],
  devanagari: packed('SansDevanagari'),
  bengali: packed('SansBengali'),
  gurmukhi: packed('SansGurmukhi'),
  gujarati: packed('SansGujarati'),
  oriya: packed('SansOriya'),
  tamil: packed('SansTamil'),
  telugu: packed('SansTelugu'),
  kannada: packed('SansKannada'),
  malayalam: packed('SansMalayalam'),
  sinhala: packed('SansSinhala'),
  thai: packed('SansThai'),
  lao: packed('SansLao'),
  khmer: packed('SansKhmer'),
  myanmar: packed('SansMyanmar'),
  armenian: packed('SansArmenian'),
  georgian: packed('SansGeorgian'),
  ethiopic: packed('SansEthiopic'),
  // One weight between the two: these are large.
  hangul: packed('SansKR', '500Medium', '500Medium'),
  han: packed('SansSC', '500Medium', '500Medium'),
  emoji: packed('Emoji', '400Regular', '400Regular'),
};

/** Which of the house's faces are tried, in order, for a letter the first one lacks. */
const FALLBACKS: Readonly<Record<Face, readonly Face[]>> = {
  sans: ['sans', 'serif'],
  sansMedium: ['sansMedium', 'serifBold'],
  sansBold: ['sansBold', 'serifBold'],
  serif: ['serif', 'sans'],
  serifBold: ['serifBold', 'sansBold'],
};
const REGULAR: ReadonlySet<Face> = new Set(['sans', 'serif']);

/** All fonts of the blueprint, each parsed once, those of other scripts when a letter first needs them. */
export class FontSet {
  private readonly fonts = new Map<string, ShapedFont>();
  private readonly found = new Map<string, ShapedFont | null>();

  private constructor(private readonly folder: string) {}

  private static readonly loaded = new Map<string, FontSet>();

  /** The fonts of a folder, one set a process, however many ask. @throws AssetError naming the file that is missing or is not a font. */
  static load(folder: string): FontSet {
    let set = FontSet.loaded.get(folder);
    if (!set) FontSet.loaded.set(folder, (set = FontSet.read(folder)));
    return set;
  }

  private static read(folder: string): FontSet {
    const set = new FontSet(folder);
    for (const file of Object.values(HOUSE)) set.byName(file);
    for (const file of Object.values(OTHERS).flat()) {
      const path = join(folder, file);
      if (!existsSync(path)) throw new AssetError(path, 'is missing');
    }
    return set;
  }

  /** The fonts that are in use so far. */
  all(): readonly ShapedFont[] {
    return [...this.fonts.values()];
  }

  /** The font that draws `cluster`, a letter with its marks, in `face`; null when none has all of it. */
  fontFor(face: Face, cluster: string): ShapedFont | null {
    const key = `${face}|${cluster}`;
    let font = this.found.get(key);
    if (font === undefined) {
      if (this.found.size >= 16_000) this.found.clear();
      this.found.set(key, (font = this.find(face, cluster)));
    }
    return font;
  }

  /** The first choice of a face, whose metrics set its line height. */
  main(face: Face): ShapedFont {
    return this.byName(HOUSE[face]);
  }

  /** True when some font of the set draws a letter with its marks. */
  covers(cluster: string): boolean {
    return this.fontFor('sans', cluster) !== null;
  }

  /** A font by the name a measured piece of text carries: that of its file. @throws AssetError when it is not a font. */
  byName(file: string): ShapedFont {
    let font = this.fonts.get(file);
    if (!font) this.fonts.set(file, (font = new ShapedFont(file, this.read(join(this.folder, file)))));
    return font;
  }

  private find(face: Face, cluster: string): ShapedFont | null {
    // An emoji with its selector (❤️) is drawn as one, not as a sign of a text font.
    const asEmoji = cluster.includes('\ufe0f');
    if (!asEmoji)
      for (const name of FALLBACKS[face]) {
        const font = this.main(name);
        if (font.coversAll(cluster)) return font;
      }
    for (const script of SCRIPTS) {
      if (!script.letters.test(cluster)) continue;
      const file = OTHERS[script.font]?.[REGULAR.has(face) ? 0 : 1];
      const font = file === undefined ? null : this.byName(file);
      if (font?.coversAll(cluster)) return font;
    }
    return asEmoji ? this.find(face, cluster.replaceAll('\ufe0f', '')) : null;
  }

  private read(path: string): ReturnType<typeof create> {
    try {
      const bytes = readFileSync(path);
      return mended(create(path.endsWith('.br') ? brotliDecompressSync(bytes) : bytes));
    } catch (error) {
      throw new AssetError(path, error instanceof Error ? error.message : 'cannot be read as a font');
    }
  }
}
