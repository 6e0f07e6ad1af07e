import {
  bodyIn,
  type FundedWay,
  isTwoWays,
  type Nation,
  NATIONS,
  type Register,
  type Route,
} from '@app/labour-market';
import type { ApprenticeshipRecord } from '@app/occupations';
import { listed, pounds } from '../copy/word-filters.js';
import type { KnownRoute } from '../snapshot/known-route.js';
import type { SnapshotRoute } from '../snapshot/blueprint-snapshot.js';

const MOST_APPRENTICESHIPS = 2;
const MOST_FUNDED = 3;
/** Of what employers ask for beyond the law. */
const MOST_ASKED = 2;

/** Bodies that look into a past; their certificate is nobody's profession. */
const CHECKS = /disclosure|barring|accessni|^pvg/i;

interface OfThePerson {
  /** The way into their own work. */
  readonly own?: Route | undefined;
  /** Whether a beginner's place pays what they need. */
  readonly beginners?: boolean;
  /** Pounds for learning, when they said. */
  readonly budget?: number | undefined;
}

/** Whether the law puts a work under a body. */
const isUnder = ({ registers }: Route, body: string, nation: Nation | undefined): boolean =>
  registers.some((one) => one.force === 'law' && one.body === body && holdsIn(one, nation));

/**
 * A route in the words of one nation; without one, what holds in all four, and who asks in each. `own` is the way into their own work, whose
 * papers they have; who needs more than a beginner's place pays (`beginners` false) is not sent into an apprenticeship.
 */
export function routeFacts(
  { route, apprenticeships }: KnownRoute,
  nation: Nation | undefined,
  { own, beginners = true, budget }: OfThePerson = {},
): SnapshotRoute {
  const law = route.registers.filter(({ force }) => force === 'law');
  const here = law.filter((one) => holdsIn(one, nation));
  // A page of another nation was looked at for nothing.
  const others = route.registers.filter((one) => nation === undefined || holdsIn(one, nation));
  const elsewhere = nation === undefined ? law.filter((one) => !holdsIn(one, nation)) : [];
  const held = heldIn(route, own, nation);
  const isPast = isPastTheWay(route, own, nation);
  // The list of apprenticeships is that of England.
  const isListed = beginners && !isPast && (nation === undefined || nation === 'England');
  const funded = route.funded.filter(
    (way) => (beginners || !isApprenticeship(way)) && !(isPast && isForNewcomers(way)),
  );
  return {
    ...(nation && { nation }),
    ...(held !== undefined && { held: bodyIn(held, nation) }),
    ...(route.isFrom !== undefined && { isNear: true as const }),
    law: [
      ...here.map((one) => registerWords(one, nation)),
      ...(elsewhere.length > 0 ? [byNation(elsewhere)] : []),
    ],
    asked: route.registers
      .filter((one) => one.force === 'employers' && holdsIn(one, nation))
      .slice(0, MOST_ASKED)
      .map((one) => registerWords(one, nation)),
    time: timeWords(route.months),
    cost: `${costWords(route.cost)}${budgetWords(route.cost, budget)}`,
    apprenticeships: isListed
      ? byAdults(apprenticeships).slice(0, MOST_APPRENTICESHIPS).map(apprenticeshipWords)
      : [],
    funded: fundedIn(funded, nation).map(fundedWords),
    ask: route.ask,
    pages: [...new Set([...here, ...elsewhere, ...others].map(({ page }) => page))].slice(0, 2),
  };
}

/** The body that the law puts both their own work and this one under. */
const heldIn = (route: Route, own: Route | undefined, nation: Nation | undefined): string | undefined =>
  own &&
  route.registers.find(
    ({ force, body, nations }) =>
      force === 'law' && !CHECKS.test(body) && holdsIn({ nations }, nation) && isUnder(own, body, nation),
  )?.body;

/** Who is on the register already is past the ways that lead to it. */
export function isPastTheWay(route: Route, own: Route | undefined, nation: Nation | undefined): boolean {
  const held = heldIn(route, own, nation);
  return held !== undefined && held === regulatorOf(route, nation);
}

/** What is registered is a firm or some of the people, or may be done after the start: nobody is kept out for want of it. */
const OF_SOME =
  /\b(?:if you|once|within|soon after|for (?:builders|people|readers|staff)|self-employed|food business|of the|of letting|of land|before selling)\b/;

/** The body whose register the law asks everybody in the work for, where it is one for the whole nation. */
export const regulatorOf = (route: Route, nation: Nation | undefined): string | undefined =>
  route.registers.find(
    ({ force, what, ...one }) =>
      force === 'law' && /^registration\b/.test(what) && !OF_SOME.test(what) && holdsIn(one, nation),
  )?.body;

const holdsIn = ({ nations }: { nations: readonly Nation[] }, nation: Nation | undefined): boolean =>
  nation === undefined ? nations.length === NATIONS.length : nations.includes(nation);

const registerWords = ({ what, body }: Register, nation: Nation | undefined): string =>
  what.toLowerCase().includes(body.toLowerCase()) ? what : `${what} (${bodyIn(body, nation)})`;

/** What somebody's own money reaches of a price. */
function budgetWords({ from, to }: Route['cost'], budget: number | undefined): string {
  if (budget === undefined || to <= budget) return '';
  if (from > budget) return `; more than your ${pounds(budget)}, so ask who pays before anything else`;
  return budget === 0
    ? '; with £0 of your own, only a way that somebody else pays for'
    : `; your ${pounds(budget)} reaches only its lower end`;
}

const byNation = (registers: readonly Register[]): string =>
  `in your nation, what is asked by ${listed(registers.map(({ body, nations }) => `${body} (${listed(nations)})`))}`;

function timeWords({ from, to }: Route['months']): string {
  if (to <= 1) return 'paid from the first weeks';
  if (from === 0) return `paid from the start, or after up to ${span(to)} of preparation`;
  if (isTwoWays({ from, to }))
    return `${span(from)} before the first pay if you hold most of it, ${span(to)} by the whole training`;
  const inYears = [from, to].every((months) => isYears(months));
  return `${from === to ? span(to) : inYears ? `${from / 12}–${span(to)}` : `${from}–${to} months`} before the first pay in this work`;
}

const isYears = (months: number): boolean => months >= 24 && months % 12 === 0;

/** "18 months", "7 years". */
const span = (months: number): string =>
  isYears(months) ? `${months / 12} years` : `${months} ${months === 1 ? 'month' : 'months'}`;

function costWords({ from, to, what }: Route['cost']): string {
  if (to === 0) return `nothing of your own (${what})`;
  const range = from === to ? pounds(to) : `${pounds(from)}–${pounds(to)}`;
  return `${range} of your own (${what})`;
}

/** Public money pays for level 7 only below the age of 22, so those come last. */
const byAdults = (all: readonly ApprenticeshipRecord[]): ApprenticeshipRecord[] => [
  ...all.filter(({ level }) => level < 7),
  ...all.filter(({ level }) => level >= 7),
];

const apprenticeshipWords = ({ name, level, reference }: ApprenticeshipRecord): string =>
  `${name} (level ${level}, ${reference}${level >= 7 ? '; public money only below age 22' : ''})`;

/** A way to be taught the work from the beginning. */
const isForNewcomers = ({ way, what }: FundedWay): boolean =>
  /apprentice|\(level \d|student|bursar|degree|Access to/i.test(`${way} ${what}`);

export const isApprenticeship = ({ way }: FundedWay): boolean => /apprentice|\(level \d/i.test(way);

/** Ways of the nation first, then those of the whole UK; without a nation, those that hold in most. */
function fundedIn(ways: readonly FundedWay[], nation: Nation | undefined): FundedWay[] {
  const open = nation === undefined ? [...ways] : ways.filter((way) => holdsIn(way, nation));
  // What is for who has no work comes first: nobody else is shown it. What pays for any course comes last.
  const order = (way: FundedWay): number => {
    if (way.outOfWork) return -NATIONS.length - 1;
    if (way.anyCourse) return NATIONS.length + 1;
    return (nation === undefined ? -1 : 1) * way.nations.length;
  };
  return open.sort((a, b) => order(a) - order(b)).slice(0, MOST_FUNDED);
}

const fundedWords = ({ way, what, here, page, nations }: FundedWay): string =>
  `${way}: ${what}${here === undefined ? '' : `; ${here}`} (${nations.length === NATIONS.length ? 'UK' : listed(nations)}; ${page}).`;
