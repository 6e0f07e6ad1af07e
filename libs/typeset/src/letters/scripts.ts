/** A script beside Latin: which fonts draw it and, where the script tells it, which language it most likely writes. */
export interface Script {
  /** Name of its fonts in the font set. */
  readonly font: string;
  readonly letters: RegExp;
  /** The language (BCP 47) of a stretch in this script, for reading software to speak it by. */
  readonly language?: (text: string) => string;
}

const always = (language: string) => (): string => language;

/** The scripts that names are written in and the house has fonts for. Marks that several scripts share go by their letters. */
export const SCRIPTS: readonly Script[] = [
  {
    font: 'arabic',
    letters: /\p{scx=Arab}/u,
    language: (text) => (/[ٹڈڑںےھہ]/u.test(text) ? 'ur' : /[پچژگکی]/u.test(text) ? 'fa' : 'ar'),
  },
  { font: 'hebrew', letters: /\p{scx=Hebr}/u, language: always('he') },
  { font: 'devanagari', letters: /\p{scx=Deva}/u, language: always('hi') },
  { font: 'bengali', letters: /\p{scx=Beng}/u, language: always('bn') },
  { font: 'gurmukhi', letters: /\p{scx=Guru}/u, language: always('pa') },
  { font: 'gujarati', letters: /\p{scx=Gujr}/u, language: always('gu') },
  { font: 'oriya', letters: /\p{scx=Orya}/u, language: always('or') },
  { font: 'tamil', letters: /\p{scx=Taml}/u, language: always('ta') },
  { font: 'telugu', letters: /\p{scx=Telu}/u, language: always('te') },
  { font: 'kannada', letters: /\p{scx=Knda}/u, language: always('kn') },
  { font: 'malayalam', letters: /\p{scx=Mlym}/u, language: always('ml') },
  { font: 'sinhala', letters: /\p{scx=Sinh}/u, language: always('si') },
  { font: 'thai', letters: /\p{scx=Thai}/u, language: always('th') },
  { font: 'lao', letters: /\p{scx=Laoo}/u, language: always('lo') },
  { font: 'khmer', letters: /\p{scx=Khmr}/u, language: always('km') },
  { font: 'myanmar', letters: /\p{scx=Mymr}/u, language: always('my') },
  { font: 'armenian', letters: /\p{scx=Armn}/u, language: always('hy') },
  { font: 'georgian', letters: /\p{scx=Geor}/u, language: always('ka') },
  { font: 'ethiopic', letters: /\p{scx=Ethi}/u, language: always('am') },
  { font: 'hangul', letters: /\p{scx=Hang}/u, language: always('ko') },
  {
    font: 'han',
    letters: /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}]/u,
    language: (text) => (/[\p{sc=Hira}\p{sc=Kana}]/u.test(text) ? 'ja' : 'zh'),
  },
  { font: 'emoji', letters: /[\p{Extended_Pictographic}\p{Regional_Indicator}\u20e3]/u },
];

/** Scripts that the house's own fonts draw. */
const OWN: readonly Omit<Script, 'font'>[] = [
  { letters: /\p{sc=Grek}/u, language: always('el') },
  { letters: /\p{sc=Cyrl}/u, language: (text) => (/[іїєґІЇЄҐ]/u.test(text) ? 'uk' : 'ru') },
];

/** The script that the letters of a cluster belong to; null for Latin letters, figures and signs. */
export function scriptOf(cluster: string): Omit<Script, 'font'> | null {
  // All Latin letters and most signs come first in Unicode.
  if (/^[\u0000-\u036f\u1e00-\u1eff\u2000-\u206f]*$/u.test(cluster) || !/\p{L}/u.test(cluster)) return null;
  return [...OWN, ...SCRIPTS].find(({ letters }) => letters.test(cluster)) ?? null;
}

/** The language of a stretch of words by its first letter of another script, or null when it has none. */
export function languageOf(text: string): string | null {
  for (const cluster of clustersOf(text)) {
    const script = scriptOf(cluster);
    if (script) return script.language?.(text) ?? null;
  }
  return null;
}

const clusters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What a reader takes for one letter: a letter with its marks, an emoji with all it is joined to. */
export const clustersOf = (text: string): string[] =>
  [...clusters.segment(text)].map(({ segment }) => segment);

/** Joiners and selectors: they choose a shape and are themselves never drawn, so no font needs to have them. */
export const isUndrawn = (character: string): boolean =>
  /^[\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}]$/u.test(character);
