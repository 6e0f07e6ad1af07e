/** American spellings and other forms that mean the same, as whole words, after accents and case are gone. */
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries({
    center: 'centre',
    program: 'programme',
    programs: 'programme',
    programmes: 'programme',
    labor: 'labour',
    laborer: 'labourer',
    laborers: 'labourer',
    color: 'colour',
    pediatric: 'paediatric',
    anesthetist: 'anaesthetist',
    orthopedic: 'orthopaedic',
    esthetician: 'aesthetician',
    defense: 'defence',
    license: 'licence',
    jewelry: 'jewellery',
    jeweler: 'jeweller',
    counselor: 'counsellor',
    traveler: 'traveller',
    modeler: 'modeller',
    tire: 'tyre',
    plow: 'plough',
    aide: 'assistant',
    attorney: 'lawyer',
    realtor: 'estate agent',
    ml: 'machine learning',
    hr: 'human resources',
    qa: 'quality assurance',
    ux: 'user experience',
    gp: 'general practitioner',
  }),
);

/** A word in the one spelling that search uses: lower case, no accents, British, singular. */
export function normaliseWord(word: string): string {
  const plain = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const same = SAME.get(plain) ?? plain;
  // Paediatric and pediatric, gynaecology and gynecology: one letter for both.
  const one = same.replace(/(^|orthop|gyn|an|h|p)ae(?=[dcsm])/, '$1e');
  const british = one
    .replace(/iz(e|ed|er|ers|ing|ation|ations)$/, 'is$1')
    .replace(/yz(e|ed|er|ers|ing)$/, 'ys$1');
  if (british.length > 4 && british.endsWith('ies')) return `${british.slice(0, -3)}y`;
  if (british.length > 3 && /[^su]s$/.test(british)) return british.slice(0, -1);
  return SAME.get(british) ?? british;
}

/**
 * Words of a title or a query, normalised.
 * @param known normalised words by word, kept between calls: titles use the same few thousand words again and again
 */
export function wordsOf(text: string, known?: Map<string, readonly string[]>): string[] {
  return (text.match(/[\p{L}\p{N}+#]+/gu) ?? []).flatMap((word) => {
    const before = known?.get(word);
    if (before) return before;
    const words = normaliseWord(word).split(' ');
    known?.set(word, words);
    return words;
  });
}
