import type { Course, GroupLearning, LearningItem, Nation } from '@app/labour-market';
import { pounds } from '../copy/word-filters.js';
import type { LearningStep, SnapshotLearning } from '../snapshot/blueprint-snapshot.js';

/** Longest name of a row of the chart on page 14. */
const SHORT = 28;
/** Hours of a first look: enough to see what is asked, not enough to be caught by it. */
const LOOK = 1;

/**
 * What the work of a unit group asks of a newcomer, in the editors' order. Courses that the person's own work names too are left out: whoever
 * does it is past them. Money goes to the lessons in order; what it does not reach is kept, and marked.
 * @param ownGroup unit group of their own work, '' of a family
 * @param budget pounds for learning, when they said
 * @param nation where they live: what another nation's body gives, or its law asks, is no lesson there
 */
export function groupLessons(
  code: string,
  { first, checked }: GroupLearning,
  own: GroupLearning | undefined,
  ownGroup: string,
  budget: number | undefined,
  nation: Nation | undefined,
): SnapshotLearning[] {
  const past = new Set((own?.first ?? []).map((item) => item.with.name));
  let left = budget ?? Infinity;
  return first.flatMap((item, index) => {
    const isPast = past.has(item.with.name) || item.knownTo?.some((group) => ownGroup.startsWith(group));
    const course = courseIn(item, nation);
    if (isPast || !course) return [];
    const beyond = course.cost.from > left;
    if (!beyond) left -= course.cost.from;
    return [
      {
        ...lessonOf({ ...item, with: course }, beyond),
        id: `group-${code}-${index + 1}`,
        ...(checked !== false && { checked }),
      },
    ];
  });
}

/** "Skills for Care (England)", "(law of England and Wales)": whoever gives it says in brackets that it is not for the whole UK. */
const ENGLISH = /\((?:law of |for the bar of )?England(?<andWales> and Wales)?(?:; other nations[^)]*)?\)/;

/** The course of a lesson where somebody lives; undefined where it is another nation's and nothing stands in its place. */
const courseIn = (
  { with: course, elsewhere = [] }: LearningItem,
  nation: Nation | undefined,
): Course | undefined =>
  elsewhere.find(({ nations }) => nation !== undefined && nations.includes(nation))?.with ??
  (holdsIn(course, nation) ? course : undefined);

function holdsIn({ by, name }: Course, nation: Nation | undefined): boolean {
  const english = ENGLISH.exec(`${by} ${name}`);
  if (nation === undefined || nation === 'England' || !english) return true;
  return nation === 'Wales' && english.groups?.['andWales'] !== undefined;
}

function lessonOf(item: LearningItem, beyond: boolean): Omit<SnapshotLearning, 'id'> {
  const { learn, why, proof, with: course, hours } = item;
  const middle = (hours.from + hours.to) / 2;
  // In half hours: nobody plans 0.8 of one.
  const look = Math.min(LOOK, Math.round(middle) / 2);
  const from = `${course.name} (${course.by}; ${course.page})`;
  const steps: LearningStep[] = [
    { do: `Look at ${from}: what it asks, what it costs now and when it starts.`, hours: look, cost: 'free' },
    {
      do: `Go on with ${from} until you have the proof: ${proof}.`,
      hours: middle - look,
      cost: costOf(course),
      ...(beyond && { beyondBudget: true }),
    },
  ];
  return {
    name: learn.charAt(0).toUpperCase() + learn.slice(1),
    short: shortOf(learn, course.name),
    importance: 0,
    gap: 0,
    specific: true,
    why,
    steps,
    hours: middle,
    proof: proof.charAt(0).toUpperCase() + proof.slice(1),
    providers: courseWords(course),
    course: { hours, price: priceOf(course), priceTo: course.cost.to },
  };
}

/** A course as a page names it. */
export const courseWords = ({ name, by, page }: Course): string => `${name}, ${by} (${shortPage(page)})`;

/** Most letters of an address that a column has room for; the calendar file has it in full. */
const LONG_PAGE = 36;

const shortPage = (page: string): string =>
  page.length <= LONG_PAGE ? page : (page.split(/[/ ]/)[0] ?? page);

const costOf = ({ cost: { from, to } }: Course): LearningStep['cost'] =>
  from > 0 ? 'paid' : to > 0 ? 'funded' : 'free';

const priceOf = ({ cost: { from, to } }: Course): string =>
  to === 0
    ? 'free'
    : from === to
      ? pounds(to)
      : from === 0
        ? `free if a scheme pays, else up to ${pounds(to)}`
        : `${pounds(from)}–${pounds(to)}`;

/** Words that nothing may end with. */
const DANGLING =
  /[\s,–-]+(?:a|an|and|as|at|before|but|by|each|first|for|from|how|if|in|into|is|it|its|not|of|on|one|or|over|so|that|the|their|to|under|until|what|when|where|which|who|with|without|you|your)$/i;

const BETWEEN =
  'a|an|and|any|as|at|before|behind|beside|between|beyond|but|by|every|for|from|if|in|into|of|on|or|over|so|that|through|to|under|until|when|where|which|who|whom|with|without';
/** The last phrase, from the word that joins it to what stands before. */
const LAST_PHRASE = new RegExp(`\\s(?:${BETWEEN})\\s(?!.*\\s(?:${BETWEEN})\\s).*$`, 'i');
const BEGINS_A_PHRASE = new RegExp(`^\\s(?:${BETWEEN})\\b`, 'i');
/** Fewer letters name nothing. */
const FEWEST = 8;

/** The beginning of what is learnt, where room is short; of the course when that begins with a question: "What a clerk answers for". */
function shortOf(learn: string, course: string): string {
  const text = /^(?:what|how|why|which|who|where|when)\b/.test(learn) ? course : learn;
  const whole = (text.split(/[,:;(]/)[0] ?? text).trim();
  let short = whole;
  while (short.length > SHORT) short = short.slice(0, short.lastIndexOf(' '));
  // A phrase that goes on is left out whole: "patients with a learning" says nothing.
  const phrase = short.search(LAST_PHRASE);
  if (short !== whole && !BEGINS_A_PHRASE.test(whole.slice(short.length)) && phrase >= FEWEST)
    short = short.slice(0, phrase);
  // Half of a name is none: "Teach in Further" of Education.
  if (short !== whole && /^\s\p{Lu}/u.test(whole.slice(short.length)))
    short = short.replace(/(?:\s\p{Lu}\S*)+$/u, '');
  while (DANGLING.test(short)) short = short.replace(DANGLING, '');
  if (short.length < FEWEST && short !== whole) return 'A first course';
  return short.charAt(0).toUpperCase() + short.slice(1);
}
