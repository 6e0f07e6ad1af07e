import type {
  AiGuide,
  Course,
  FundedWay,
  LeavingTerm,
  PayScale,
  Register,
  Route,
  SaidOfEmployer,
  TopPoint,
  TradeStep,
} from '@app/labour-market';
import type { ApprenticeshipRecord } from '@app/occupations';
import type { MinimumWage } from '@app/labour-market';

/** Kinds of facts about the world outside that our content states. */
export const FACT_KINDS = [
  'tool',
  'licence',
  'route',
  'apprenticeship',
  'funding',
  'provider',
  'employer',
  'help',
  'rate',
  'scale',
  'terms',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** An outside fact as our content says it. Who checks facts must name them as drafting does, so the names are made here. */
export interface SaidFact {
  readonly kind: FactKind;
  /** One fact, whatever its words: `tool:ChatGPT`, `route:2211`. */
  readonly key: string;
  /** What was said, in full: a check of other words is no check of these. */
  readonly words: string;
}

const fact = (kind: FactKind, name: string, words: string): SaidFact => ({
  kind,
  key: `${kind}:${name}`,
  words,
});

export const toolFact = (name: string): SaidFact =>
  fact('tool', name, `${name} does tasks that we list it for.`);

/** What one body asks for before somebody may start. */
export const registerFact = ({ body, what }: Pick<Register, 'body' | 'what'>): SaidFact =>
  fact('licence', `${body}, ${what}`, `${body}: ${what}`);

/** The way into a unit group, or into one title of it, in words. What it asks of law and money are facts of their own. */
export const groupRouteFact = (
  code: string,
  { qualification, firstJob, months, cost, isFrom, ofTitle }: Route,
): SaidFact =>
  fact(
    'route',
    `${code}${titleWords(ofTitle)}${isFrom === undefined ? '' : ` from ${isFrom}`}`,
    `${qualification} First job: ${firstJob} ${months.from}–${months.to} months; £${cost.from}–£${cost.to}: ${cost.what}.`,
  );

const titleWords = (ofTitle: string | undefined): string => (ofTitle === undefined ? '' : ` for ${ofTitle}`);

/** A next step inside the trade of a unit group: what it asks and costs. */
export const stepFact = (code: string, { step, asks, cost, who }: TradeStep): SaidFact =>
  fact('route', `${code}, ${step}`, `${step}: ${asks}; ${cost}.${who === undefined ? '' : ` ${who}`}`);

/** The way into an occupation that has a route of its own, `entry-routes.yaml`. */
export const ownRouteFact = (slug: string, route: string): SaidFact => fact('route', slug, route);

export const apprenticeshipFact = ({ reference, name, level }: ApprenticeshipRecord): SaidFact =>
  fact('apprenticeship', reference, `${name}, level ${level}, is open in England.`);

export const fundingFact = ({ way, what, page }: FundedWay): SaidFact =>
  fact('funding', `${way}, ${page}`, `${way}: ${what}`);

/** What of a way of paying is so in one region alone. */
export const fundingHereFact = ({ way, page }: Pick<FundedWay, 'way' | 'page'>, here: string): SaidFact =>
  fact('funding', `${way}, ${page}, ${here}`, `${way}: ${here}.`);

/** A course, a guide or a place to practise that a lesson names. */
export const courseFact = ({ name, by }: Pick<Course, 'name' | 'by'>): SaidFact =>
  fact('provider', `${name}, ${by}`, `${name} is given by ${by}.`);

/** With whom something can be learned. @param name of the entry in the learning library */
export const providerFact = (name: string, providers: string): SaidFact => fact('provider', name, providers);

/** What a body says on using AI tools in its work. */
export const guideFact = ({ name, by, page }: Pick<AiGuide, 'name' | 'by' | 'page'>): SaidFact =>
  fact('provider', `${by}: ${name}`, `${by} gives ${name} to read (${page}).`);

/** Who employs people of a unit group, or of one title of it. */
export const employingFact = (
  code: string,
  { usual, find, ofTitle }: { usual: string; find: string; ofTitle?: string },
): SaidFact => fact('employer', `${code}${titleWords(ofTitle)}`, `${usual} ${find}`);

/** That an employer is of a kind and employs people somewhere. */
export const employerFact = ({ name, words }: SaidOfEmployer): SaidFact => fact('employer', name, words);

/** Which of several bodies that a route names together is meant in a nation. */
export const bodyFact = (joint: string, nation: string, own: string): SaidFact =>
  fact('licence', `${joint} in ${nation}`, `In ${nation} it is ${own} (of: ${joint}).`);

/** Which job board stands in the place of another in a nation. */
export const boardFact = (board: string, nation: string, own: string): SaidFact =>
  fact('employer', `${board} in ${nation}`, `${own} lists in ${nation} what ${board} lists elsewhere.`);

/** Which public bodies employ most people of some groups in a nation. */
export const stateBodiesFact = (groups: readonly string[], nation: string, words: string): SaidFact =>
  fact(
    'employer',
    `public bodies in ${nation}, ${groups[0] ?? ''}`,
    `${words} (${nation}; ${groups.join(', ')})`,
  );

/** Where a nation gives careers advice, or money between jobs. */
export const serviceFact = (service: 'advice' | 'claim', nation: string, words: string): SaidFact =>
  fact('help', `${service} in ${nation}`, words);

/** A page of somebody else that ours send people to. @param page without `https://` */
export const linkFact = (name: string, page: string): SaidFact => fact('help', page, `${name}: ${page}`);

/** What a sentence of a template says of benefits, or of who helps. */
export const sentenceFact = (kind: 'terms' | 'help', sentence: string): SaidFact =>
  fact(kind, sentence.slice(0, 200), sentence);

/** A telephone number that we send people to. @param number as it is printed */
export const helpFact = (number: string): SaidFact => fact('help', number, number);

export const wageFact = ({ source, from, adult }: Pick<MinimumWage, 'source' | 'from' | 'adult'>): SaidFact =>
  fact('rate', source, `£${adult.toFixed(2)} an hour from ${from}`);

/** A national pay scale, who sets it and whom it is for. @param id its name in the content */
const topPointWords = ({ grade, years, pay = [] }: TopPoint): string =>
  ` (the last point of ${grade} after ${years} years${pay.map(({ nation, last, nextGrade, next, from }) => `; ${nation}, from ${from}: £${last}, ${nextGrade} from £${next}`).join('')})`;

export const scaleFact = (id: string, { name, setBy, nations, groups }: PayScale): SaidFact =>
  fact(
    'scale',
    id,
    `${name}, set by ${setBy} (${nations.join(', ')}): ${groups.map(({ share, people, topPoint }) => `${share} ${people}${topPoint ? topPointWords(topPoint) : ''}`).join('; ')}.`,
  );

/** What somebody should know before they give up a job: notice, pension, money meanwhile. */
export const termsFact = ({ id, words }: LeavingTerm): SaidFact => fact('terms', id, words);

/** A telephone number as our content prints them. */
export const HELP_NUMBER = /\b(?:0\d{2,4} \d{3} \d{3,4}|116 123)\b/g;
