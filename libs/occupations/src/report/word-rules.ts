/** What a report's figures allow its words to say. */
export interface WordLimits {
  /** Whole per cents that the report shows: shares of the week, of labels. */
  readonly percents: readonly number[];
  /** Unrounded percentile, 0–100. */
  readonly percentile: number;
  /** Rounded score. */
  readonly score: number;
  /** The band word, as on the page. */
  readonly band: string;
  readonly tasks: readonly { readonly name: string; readonly risk: string }[];
  /** Words and years of the window, which half of the week may be said of. */
  readonly windowWords: readonly string[];
}

/** Breaches of one text by its words alone: figures written out, directions, bands and labels that the figures do not bear. */
export const wordBreaches = (text: string, limits: WordLimits): string[] => [
  ...writtenFigures(text, limits),
  ...directionWords(text, limits),
  ...bandWords(text, limits),
  ...labelWords(text, limits),
];

/** What British English writes otherwise; a tool keeps its name. */
const AMERICAN: readonly RegExp[] = [
  /\b(?!\w*(?:siz|priz|seiz|maiz|baiz))\w{3,}iz(?:e|ed|er|ers|es|ing|ation|ations)\b/gi,
  /\b\w*(?:analyz|paralyz|catalyz)\w*/gi,
  /\b(?:colo|labo|behavio|favo|flavo|harbo|hono|humo|neighbo|rumo|vapo|endeavo|armo|odo|parlo)r(?:s|ed|ing|ful|al|ite|ites|hood|ers?|able)?\b/gi,
  /\b(?:center|theater|liter|fiber|caliber|somber)s?\b/gi,
  /\b(?:catalog|dialog|analog)s?\b/gi,
  /\b(?:travel|model|label|cancel|level|signal|fuel|channel|counsel)(?:ed|ing|ers?|or|ors)\b/gi,
  /\b(?:fulfill|enroll|instill|distill)(?:s|ment)?\b/gi,
  /\b(?:skillful|willful|jewelry|jeweler|gray|defense|offense|pretense|plow|mold|gotten|aluminum|airplane|sidewalk|toward|math|skeptic\w*|pajamas)\b/gi,
  /\b(?:pediatric|orthopedic|anesthe|gynecolog|hemato|maneuver)\w*/gi,
  /\b(?:a|the|driving|own|no) license\b/gi,
];

export const americanSpellings = (text: string): string[] =>
  AMERICAN.flatMap((pattern) => text.match(pattern) ?? []).map((word) => `“${word}” is American spelling`);

const PARTS: Readonly<Record<string, number>> = { half: 50, third: 33, quarter: 25, fifth: 20, tenth: 10 };
const COUNTS: Readonly<Record<string, number>> = Object.fromEntries(
  'a one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, place) => [word, Math.max(1, place)]),
);
const NUMBER = 'one|two|three|four|five|six|seven|eight|nine|ten';
const FRACTION = new RegExp(
  `\\b(?:(${NUMBER}|a) )?(half|third|quarter|fifth|tenth)s? (?:of (?!an? (?:hour|day|minute|page))|(?:the|your|their|its) (?!hour|day|night|minute))`,
  'gi',
);
const OUT_OF = new RegExp(`\\b(${NUMBER}) (?:in|out of) (?:every )?(${NUMBER}|twenty|a hundred)\\b`, 'gi');
const IN_WORDS =
  /\b(?:(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)? per ?cent|(?:doubl|trebl|tripl|halv)(?:ed|ing)|(?:doubl|trebl|tripl|halv)es (?:the|it|your|that)|the \w+ half\b)/gi;
/** Points by which a share in words may miss the figure it stands for. */
const NEAR = 4;

function writtenFigures(text: string, { percents, windowWords }: WordLimits): string[] {
  const borne = (percent: number): boolean => percents.some((known) => Math.abs(known - percent) <= NEAR);
  const ofWindow = (place: number): boolean =>
    windowWords.some((words) => sentenceAt(text, place).includes(words));
  const fractions = [...text.matchAll(FRACTION)]
    .map((found) => ({
      words: found[0].trim(),
      percent: (COUNTS[(found[1] ?? 'a').toLowerCase()] ?? 1) * (PARTS[(found[2] ?? '').toLowerCase()] ?? 0),
      place: found.index,
    }))
    .filter(({ percent, place }) => !borne(percent) && !(percent === 50 && ofWindow(place)))
    .map(({ words }) => words);
  const outOf = [...text.matchAll(OUT_OF)]
    .filter(([, part = '', whole = '']) => {
      const all = whole === 'twenty' ? 20 : (COUNTS[whole.toLowerCase()] ?? 100);
      return !borne((100 * (COUNTS[part.toLowerCase()] ?? 0)) / all);
    })
    .map(([words]) => words);
  return [...fractions, ...outOf, ...(text.match(IN_WORDS) ?? [])].map(
    (words) => `“${words}” is a figure in words that no figure of the report bears`,
  );
}

const SAFER =
  /\b(?:(?:is|are|be|looks?|seems?|stays?|makes? (?:you|it)) (?:much |far |a bit )?(?:safer|safest|more secure|less vulnerable|more resilient|most resilient)|(?:safer|safest|more resilient|more secure) (?:than|job|jobs|career|choice|bet|path|move|role|option|field|work)|(?:less|more|least|most) (?:at risk|vulnerable)|(?:future|AI|robot|recession)[- ]?proof|safe from (?:AI|automation|machines))\b|\b(?:is|are) \w+(?: \w+)? (?:safer|safest)\b/gi;
const AMONG =
  /\bamong the (more|most|less|least|higher|highest|lower|lowest)(?: exposed)? (?:professions|occupations|jobs|scores|ones|work|here)\b/gi;
const THAN_WORDS =
  /\b(?:exposed|higher|lower) than (?:for )?(?:most|many|few|nearly all|almost all|half|other|any)\b/gi;
const LIMITS: Readonly<Record<string, (percentile: number) => boolean>> = {
  more: (p) => p >= 60,
  higher: (p) => p >= 60,
  most: (p) => p >= 80,
  highest: (p) => p >= 80,
  less: (p) => p <= 40,
  lower: (p) => p <= 40,
  least: (p) => p <= 20,
  lowest: (p) => p <= 20,
};

function directionWords(text: string, { percentile }: WordLimits): string[] {
  return [
    ...(text.match(SAFER) ?? []).map((words) => `“${words}” says a direction that no figures separate`),
    ...(text.match(THAN_WORDS) ?? []).map((words) => `“${words}” is a percentile in words`),
    ...[...text.matchAll(AMONG)]
      .filter(([, rank = '']) => LIMITS[rank.toLowerCase()]?.(percentile) === false)
      .map(([words]) => `“${words}” does not fit the percentile, ${Math.floor(percentile)}`),
  ];
}

const BAND =
  /\b(?:score (?:of \d+ )?(?:is|stays) |(?:a|its) )?(very low|low|moderate|medium|high|very high)(?: score\b|ly exposed (?:job|occupation|profession|work)\b| exposure\b)|\bscore (?:of \d+ )?(?:is|stays) (very low|low|moderate|medium|high|very high)\b/gi;
const WHOLE =
  /\b(most|nearly all|almost all|much|little|hardly any|a small part) of (?:this|the) (?:work|job|week) (?:is|are|can be|could be) (out of reach|not exposed|untouched|in reach|exposed|done by)\b/gi;

function bandWords(text: string, { score, band }: WordLimits): string[] {
  const family = (word: string): string =>
    word.toLowerCase().replace('very ', '').replace('moderate', 'medium');
  const bands = [...text.matchAll(BAND)]
    .filter(([, first, second]) => family(first ?? second ?? '') !== family(band))
    .map(([words]) => `“${words}” does not fit the band ${band}`);
  const wholes = [...text.matchAll(WHOLE)]
    .filter(([, part = '', what = '']) => {
      const large = /\b(?:most|all|much)\b/i.test(part);
      const exposed = /^(?:in reach|exposed|done by)/i.test(what);
      return large === exposed ? score < 60 : score >= 35;
    })
    .map(([words]) => `“${words}” does not fit the score ${score}`);
  return [...bands, ...wholes];
}

const RATED = /\b(?:rated?s?|labelled|marked) (?:as )?(high|medium|low)\b/i;

/** A sentence that names one task and one label must name the task's own. */
function labelWords(text: string, { tasks }: WordLimits): string[] {
  return text.split(/(?<=[.;:!?]) /).flatMap((sentence) => {
    const label = RATED.exec(sentence)?.[1]?.toLowerCase();
    if (label === undefined) return [];
    return tasks
      .filter(
        ({ name, risk }) =>
          sentence.toLowerCase().includes(name.toLowerCase()) && risk.toLowerCase() !== label,
      )
      .map(({ name, risk }) => `“${name}” is rated ${risk}, not ${label}`);
  });
}

function sentenceAt(text: string, place: number): string {
  const start = Math.max(text.lastIndexOf('. ', place), text.lastIndexOf('? ', place)) + 1;
  const end = text.indexOf('. ', place);
  return text.slice(start, end < 0 ? undefined : end + 1);
}
