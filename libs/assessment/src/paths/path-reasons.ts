import { countWords } from '@app/kernel';
import { type Route, usualMonths } from '@app/labour-market';
import type { Interval } from '@app/occupations';
import { interestFitWord } from '../interests/interest-fit.js';
import type { NoGain } from '../result/no-gain.js';
import type { RankedPath } from '../result/personal-result.js';
import { clashReason } from './clashes.js';
import type { PathCandidate, PersonProfile } from './path-candidate.js';

const pounds = (amount: number): string => `£${Math.round(amount).toLocaleString('en-GB')}`;
const likely = ({ low, high }: Interval): string => `${Math.round(low)}–${Math.round(high)}`;
const sentence = (words: string): string =>
  `${words.charAt(0).toUpperCase()}${words.slice(1).replace(/\.$/, '')}.`;

/** Begins what speaks against a path, which is told apart from why it is there. */
export const AGAINST_IT = 'Against it: ';

/** What was found out about a path. */
interface PathFindings {
  readonly candidate: PathCandidate;
  readonly direction: RankedPath['direction'];
  readonly fit: number | undefined;
  readonly toGo: string | undefined;
  /** Pays so much more that it is offered although it may be more exposed. */
  readonly paysMore: boolean;
}

/** Why a path is there and what to check, in plain sentences: first why people make the move, then why this person might. */
export function pathReasons(
  { candidate, direction, fit, toGo, paysMore }: PathFindings,
  person: PersonProfile,
): string[] {
  const { pivot, interval, usualMatchPercent, months, paidMonths, growth } = candidate;
  return [
    // The editors of a page write sentences, those of the moves half a line.
    ...(pivot.why
      ? [/^\p{Lu}.*\.$/u.test(pivot.why) ? pivot.why : sentence(`People make this move: ${pivot.why}`)]
      : []),
    ...(toGo ? [toGo] : []),
    ...(candidate.manyApply
      ? [`${AGAINST_IT}many more apply than are taken, so try for it beside another plan.`]
      : []),
    ...(candidate.purse === 'paid at once'
      ? ['It needs no money of your own, and is paid from the first weeks.']
      : []),
    ...(candidate.strains ?? []).map((strain) => `${AGAINST_IT}${strain}`),
    matchReason(pivot.matchPercent, usualMatchPercent, person),
    exposureReason(direction, interval, person, paysMore),
    ...payReason(candidate, person),
    ...(paidMonths ? paidReason(paidMonths) : monthsReason(months, person.constraints.monthsToTrain)),
    ...growthReason(growth),
    ...interestReason(fit, 'it'),
    ...(pivot.entryRoute === undefined ? [] : [`How to enter: ${pivot.entryRoute}`]),
  ];
}

/** What speaks for staying and what against, with how the search ended. */
export function stayReasons(
  person: PersonProfile,
  { paths, lessExposed, noGain }: { paths: number; lessExposed: boolean; noGain: NoGain | undefined },
): string[] {
  const best = person.levers[0];
  const { lowestPay } = person.constraints;
  const keeps = person.ownPay ? (person.ownPay.to ?? Infinity) : person.medianPay;
  const short = lowestPay !== undefined && keeps !== undefined && keeps < lowestPay;
  return [
    person.betweenJobs
      ? 'You look for work of the kind you know, and agree to another mix of it.'
      : 'You keep your job and what you know, and change what fills the week.',
    ...(best ? [best.words] : []),
    `${Math.round(100 * person.lowShare)}% of ${person.weekWords} is already in tasks that tools can do little of.`,
    ...(short
      ? [
          `What ${person.betweenJobs ? 'it pays' : 'you earn there'} is below the ${pounds(lowestPay)} you need.`,
        ]
      : []),
    ...(person.onShifts
      ? ['You asked to avoid shifts, and most who do this work have them: ask which posts in it have none.']
      : []),
    ...(person.clashes ?? []).map(clashReason),
    ...fewPathsReason(paths, lessExposed, noGain, person),
    ...interestReason(person.interests?.fit, person.betweenJobs ? 'that work' : 'the work you do'),
  ];
}

/** What a path is held against. */
const weekOf = ({ betweenJobs }: PersonProfile): string =>
  betweenJobs ? 'the week of your last job' : 'your week';

/** Fewer than three, or none that is less exposed, are answers too. */
function fewPathsReason(
  paths: number,
  lessExposed: boolean,
  noGain: NoGain | undefined,
  person: PersonProfile,
): string[] {
  if (paths === 0) return noGain ? [noBetterReason(noGain)] : [noneReason(person.keptAway ?? [])];
  const only = `Only ${paths === 1 ? 'one move' : 'two moves'}`;
  return [
    ...(paths < 3
      ? [
          noGain
            ? `${only} within your limits ${paths === 1 ? 'is' : 'are'} worth weighing: ${noGainWords(noGain)}.`
            : `${only} ${paths === 1 ? 'keeps' : 'keep'} all your limits.`,
        ]
      : []),
    ...(lessExposed
      ? []
      : [`None of the moves within your limits is clearly less exposed than ${weekOf(person)}.`]),
  ];
}

const noBetterReason = (noGain: NoGain): string =>
  `No clearly better move was found: of those that keep your limits, ${noGainWords(noGain)}.`;

/** "four pay less than you earn now and are not clearly less exposed, two are more exposed". */
function noGainWords({ payLess, moreExposed }: NoGain): string {
  const less =
    payLess.length === 1 ? 'pays less than you earn now and is' : 'pay less than you earn now and are';
  return [
    ...(payLess.length > 0 ? [`${countWords(payLess.length)} ${less} not clearly less exposed`] : []),
    ...(moreExposed.length > 0
      ? [`${countWords(moreExposed.length)} ${moreExposed.length === 1 ? 'is' : 'are'} more exposed`]
      : []),
  ].join(', and ');
}

/** Most limits named: the first are those that keep most away. */
const MOST_LIMITS = 2;

function noneReason(keptAway: NonNullable<PersonProfile['keptAway']>): string {
  const none = 'No move we know of keeps all your limits';
  if (keptAway.length === 0) return `${none}; loosening more than one may bring some back.`;
  const each = keptAway
    .slice(0, MOST_LIMITS)
    .map(({ words, paths }, index) => `${countWords(paths)}${index === 0 ? ' would' : ''} ${words}`);
  return `${none}; ${each.join(', ')}.`;
}

function matchReason(match: number, usual: number | undefined, { betweenJobs }: PersonProfile): string {
  const job = betweenJobs ? 'that job' : 'your job';
  if (usual === undefined) return `The usual skills of ${job} cover ${match}% of what it asks for.`;
  return usual === match
    ? `Your skills, as you rated them, cover ${match}% of what it asks for, as is usual in ${job}.`
    : `Your skills, as you rated them, cover ${match}% of what it asks for; usual in ${job} is ${usual}%.`;
}

function exposureReason(
  direction: RankedPath['direction'],
  target: Interval,
  person: PersonProfile,
  paysMore: boolean,
): string {
  const ranges = `likely ${likely(target)} of 100, yours ${likely(person.interval)}`;
  if (direction === 'about as exposed')
    return `About as exposed as ${weekOf(person)}: the ranges overlap (${ranges}).`;
  return direction === 'less exposed'
    ? `Less exposed than ${weekOf(person)} (${ranges}).`
    : `More exposed than ${weekOf(person)} (${ranges})${paysMore ? ': it is here because it pays more' : ''}.`;
}

function payReason(
  { medianPay, expectedPay }: PathCandidate,
  { constraints: { lowestPay }, partTimeHours }: PersonProfile,
): string[] {
  if (medianPay === undefined) return [];
  const typical = `Typical ${partTimeHours === undefined ? 'full-time pay' : `pay at ${partTimeHours} hours a week`} is ${pounds(medianPay)}`;
  const high =
    expectedPay !== undefined &&
    `at a standing like yours about ${pounds(Math.round(expectedPay / 100) * 100)}`;
  const kept = lowestPay !== undefined && (expectedPay ?? medianPay) >= lowestPay;
  const floor = kept ? `, at or above the ${pounds(lowestPay)} you need` : '';
  return [high ? `${typical}; ${high}${floor}.` : `${typical}${floor}.`];
}

function monthsReason(months: Route['months'], limit: number | undefined): string[] {
  const usual = usualMonths(months);
  if (usual === 0) return [];
  const within = limit === undefined || usual > limit ? '' : `, within the ${limit} you named`;
  const takes = months.from === months.to ? 'It takes' : 'It usually takes about';
  return [
    `${takes} ${usual} ${usual === 1 ? 'month' : 'months'} of preparation before the first pay${within}.`,
  ];
}

const paidReason = (months: number): string[] => [
  `The way there takes about ${months} ${months === 1 ? 'month' : 'months'}, in paid work.`,
];

/** A tenth either way is worth saying. */
const WORTH_SAYING = 0.1;

const growthReason = (growth: number | undefined): string[] =>
  growth === undefined || Math.abs(growth) < WORTH_SAYING
    ? []
    : [
        `${growth > 0 ? 'Jobs' : `${AGAINST_IT}jobs`} in its wider group are projected to ${growth > 0 ? 'grow' : 'shrink'} by ${Math.round(100 * Math.abs(growth))}% from 2020 to 2035 (England).`,
      ];

function interestReason(fit: number | undefined, what: string): string[] {
  if (fit === undefined) return [];
  switch (interestFitWord(fit)) {
    case 'close':
      return [`Your interests lie close to ${what}.`];
    case 'partly':
      return [`Your interests fit ${what} in part.`];
    case 'far':
      return [`${AGAINST_IT}your interests lie elsewhere.`];
  }
}
