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
    shelve: 'shelf',
    shelves: 'shelf',
    knives: 'knife',
    loaves: 'loaf',
    waitress: 'waiter',
    actress: 'actor',
    hostess: 'host',
    stewardess: 'steward',
    manageress: 'manager',
    headmistress: 'headmaster',
    seamstress: 'dressmaker',
    mum: 'mother',
    mummy: 'mother',
    mam: 'mother',
    mom: 'mother',
    dad: 'father',
    daddy: 'father',
    kid: 'child',
    kids: 'child',
    children: 'child',
    childrens: 'child',
    advisor: 'adviser',
    advisors: 'adviser',
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
  const single = british
    .replace(/^(\p{L}{2,})ies$/u, '$1y')
    .replace(/^(\p{L}{2,}[^su])s$/u, '$1')
    // Fireman, firewoman, firefighting people: one name for the work.
    .replace(/^(\p{L}{3,}?)(?:woman|women|men|person|people)$/u, '$1man');
  return SAME.get(single) ?? single;
}

/**
 * Words of a title or a query, normalised.
 * @param known normalised words by word, kept between calls: titles use the same few thousand words again and again
 */
export function wordsOf(text: string, known?: Map<string, readonly string[]>): string[] {
  return (joined(text).match(/[\p{L}\p{N}+#]+/gu) ?? []).flatMap((word) => {
    const before = known?.get(word);
    if (before) return before;
    const words = normaliseWord(word).split(' ');
    known?.set(word, words);
    return words;
  });
}

/** Doctor's and doctors, A&E and AE, H.G.V. and HGV are one word each. */
const joined = (text: string): string =>
  text
    .replace(/(\p{L})['’](?=\p{L})/gu, '$1')
    .replace(/(?<![\p{L}\p{N}])(\p{L}{1,2})\s?&\s?(\p{L})(?!\p{L})/gu, '$1$2')
    .replace(/(?<![\p{L}\p{N}])(\p{L})\.(?=\p{L}(?!\p{L}))/gu, '$1');

/** Words that hold a title together and tell no two apart. */
const SMALL = new Set('a an the of in at for to and or on with by from as is am i im we'.split(' '));

/** The words that tell a title from others; all of them where there are no others. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !isSmall(word));
  return telling.length > 0 ? telling : words;
}

/** True for a word that says nothing by itself. */
export const isSmall = (word: string): boolean => word.length < 2 || SMALL.has(word);
