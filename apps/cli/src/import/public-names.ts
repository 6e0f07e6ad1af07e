/** British for American, word by word, lower case. Only spellings: a job keeps its name. */
const SPELLING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    aging: 'ageing',
    airplane: 'aeroplane',
    aluminum: 'aluminium',
    analyzer: 'analyser',
    analyzers: 'analysers',
    anesthesia: 'anaesthesia',
    anesthesiologist: 'anaesthesiologist',
    anesthesiologists: 'anaesthesiologists',
    anesthetist: 'anaesthetist',
    anesthetists: 'anaesthetists',
    archeology: 'archaeology',
    archeologists: 'archaeologists',
    behavioral: 'behavioural',
    catalog: 'catalogue',
    center: 'centre',
    color: 'colour',
    counselor: 'counsellor',
    counselors: 'counsellors',
    counseling: 'counselling',
    defense: 'defence',
    dialog: 'dialogue',
    esthetician: 'aesthetician',
    estheticians: 'aestheticians',
    fiber: 'fibre',
    fibers: 'fibres',
    fiberglass: 'fibreglass',
    gray: 'grey',
    gynecologist: 'gynaecologist',
    gynecologists: 'gynaecologists',
    honor: 'honour',
    jeweler: 'jeweller',
    jewelers: 'jewellers',
    judgment: 'judgement',
    labor: 'labour',
    laborer: 'labourer',
    laborers: 'labourers',
    license: 'licence',
    maneuver: 'manoeuvre',
    molder: 'moulder',
    molders: 'moulders',
    molding: 'moulding',
    mold: 'mould',
    mustache: 'moustache',
    neighborhood: 'neighbourhood',
    optimization: 'optimisation',
    organization: 'organisation',
    organizational: 'organisational',
    organizations: 'organisations',
    orthopedic: 'orthopaedic',
    pediatric: 'paediatric',
    pediatrician: 'paediatrician',
    pediatricians: 'paediatricians',
    plow: 'plough',
    program: 'programme',
    programs: 'programmes',
    specialized: 'specialised',
    tire: 'tyre',
    theater: 'theatre',
    traveler: 'traveller',
    weatherization: 'weatherisation',
  }),
);

/** Words that keep their capital in sentence case. */
const PROPER = new Set([
  'English',
  'French',
  'American',
  'African',
  'Asian',
  'European',
  'Braille',
  'Internet',
]);

const spell = (word: string): string => {
  const british = SPELLING.get(word.toLowerCase());
  if (british === undefined) return word;
  return /^[A-Z]/.test(word) ? british.charAt(0).toUpperCase() + british.slice(1) : british;
};

const isAcronym = (word: string): boolean =>
  /^(?:[A-Z]{2,}|(?:[A-Z]\.)+|[A-Z]+\d+|[A-Z]s?)$/.test(word) && word !== 'A';

/**
 * A source's name in British spelling and sentence case: "Registered Nurses" → "Registered nurses", "Mental Health Counselors" →
 * "Mental health counsellors". Acronyms and proper names keep their capitals; no comma stands before the last "and".
 */
export function publicName(name: string): string {
  let first = true;
  return name.replace(/, (and|or) /g, ' $1 ').replace(/[A-Za-z][A-Za-z.’']*/g, (word) => {
    const spelled = spell(word);
    const keep = first || isAcronym(spelled) || PROPER.has(spelled);
    first = false;
    return keep ? spelled : spelled.toLowerCase();
  });
}

/** Web address part of a name: lower-case words joined by hyphens. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[’'.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}
