import type { PayBand } from '@app/assessment';
import { countWords } from '@app/kernel';
import {
  leastByLaw,
  type MinimumWage,
  minutesByLaw,
  type Nation,
  type ScaleOfGroup,
} from '@app/labour-market';
import { hours as hoursWords, inSentence, pounds } from '../copy/word-filters.js';
import { fullDate } from './email-summary.js';
import type { OwnPay, SnapshotPay } from '../snapshot/blueprint-snapshot.js';

/**
 * Where a band of pay stands against the quarters of the trade at the person's hours, and against the law; of a floor under the law also without a
 * band. Undefined where there is nothing to say.
 * @param hours a week, and the least they need a year, when they said; the law of wages and the quarters are of employees
 */
export function ownPay(
  band: PayBand | undefined,
  {
    hours,
    lowestPay,
    selfEmployed = false,
    betweenJobs = false,
    scale,
    years,
    leavesShifts = false,
    profession = false,
    nation,
    day,
  }: OfTheirs,
  trade: SnapshotPay | null,
  wage: MinimumWage,
): OwnPay | undefined {
  if (selfEmployed) return band && forThemselves(band, trade);
  const floorBelowLaw = hours !== undefined && lowestPay !== undefined && lowestPay < leastByLaw(hours, wage);
  // The scale is told with what to look up on it where there is something to compare with.
  const toldScale = band !== undefined || leavesShifts ? scale : undefined;
  if (!band && !floorBelowLaw && !toldScale) return undefined;
  const market =
    band &&
    trade &&
    marketWords(band, trade, toldScale !== undefined, betweenJobs, profession ? years : undefined);
  const ofBand = band && hours !== undefined ? lawWords(band, hours, wage, betweenJobs) : undefined;
  const law = floorBelowLaw ? withFloor(ofBand, { hours, lowestPay, betweenJobs }, wage) : ofBand;
  return {
    under: market?.under ?? false,
    ...(market && { market: market.words }),
    ...(market?.unplaced && { unplaced: true as const }),
    ...(scale && { onScale: true as const }),
    ...(toldScale && {
      scaleNote: scaleWords(toldScale, {
        leavesShifts,
        betweenJobs,
        lowestPay,
        years: market?.under ? years : undefined,
        nation,
        day,
      }),
    }),
    ...(law !== undefined &&
      hours !== undefined && {
        leastByLaw: leastByLaw(hours, wage),
        ...(!betweenJobs &&
          band?.to !== undefined &&
          band.to !== null &&
          band.to <= leastByLaw(hours, wage) && { belowLaw: true as const }),
        ...(floorBelowLaw && { floorBelowLaw: true as const }),
        ...(hours < PART_TIME && lowestPay !== undefined && floorInHours(hours, lowestPay, wage)),
      }),
    ...(law && { law, source: `Legal rate: ${wage.source}, from ${fullDate(wage.from)}, ${wage.checked}.` }),
  };
}

interface OfTheirs {
  readonly hours?: number | undefined;
  readonly lowestPay?: number | undefined;
  readonly selfEmployed?: boolean;
  readonly betweenJobs?: boolean;
  /** The national scale that most in their work are paid on. */
  readonly scale?: ScaleOfGroup | undefined;
  /** In their work, when they said. */
  readonly years?: number | undefined;
  /** They asked to avoid the shifts that most in their work have. */
  readonly leavesShifts?: boolean;
  /** Their work is one whose pay grows with years and differs by field. */
  readonly profession?: boolean;
  /** Where they live, when they said, and the ISO date of the draft: what a scale pays is said while it holds. */
  readonly nation?: Nation | undefined;
  readonly day?: string | undefined;
}

/** Takings stand beside employees' pay, but not in their quarters, and no law sets them. */
function forThemselves({ label }: PayBand, trade: SnapshotPay | null): OwnPay {
  const { median, hours } = trade ?? {};
  if (median === undefined) return { under: false };
  const at = hours === undefined ? '' : ` at ${hoursWords(hours)} hours`;
  return {
    under: false,
    unplaced: true,
    market: `You work for yourself and named ${inSentence(label)}; an employee at the middle of your trade earns ${pounds(median)}${at}. Only what is left after your costs compares.`,
  };
}

function marketWords(
  { label, from, to }: PayBand,
  { p25, median, p75, hours }: SnapshotPay,
  onScale: boolean,
  betweenJobs: boolean,
  yearsInProfession = 0,
): { words: string; under: boolean; unplaced?: true } | undefined {
  if (median === undefined) return undefined;
  const at = hours === undefined ? '' : ` at ${hoursWords(hours)} hours`;
  const yours = `Your ${betweenJobs ? 'last ' : ''}pay, ${inSentence(label)}, is`;
  const nearer = betweenJobs
    ? ': ask for that middle, not for what you had.'
    : '; a better paid employer may be nearer than another trade.';
  if (p25 !== undefined && to !== null && to <= p25)
    return {
      under: true,
      words: `${yours} below the lowest quarter of your trade${at} (${pounds(p25)}): ${onScale ? STANDS_ON_SCALE : 'three in four earn more for the same work.'}`,
    };
  if (to !== null && to <= median)
    return {
      under: true,
      words: `${yours} below the middle of your trade${at} (${pounds(median)})${onScale ? `: ${STANDS_ON_SCALE}` : nearer}`,
    };
  if (p75 !== undefined && from >= p75)
    return {
      under: false,
      words: `${yours} in the highest quarter of your trade${at} (from ${pounds(p75)}): few moves will match it at first.`,
    };
  if (from >= median)
    return {
      under: false,
      words: `${yours} above the middle of your trade${at} (${pounds(median)}).${yearsInProfession >= SEASONED && !onScale ? ` That middle counts beginners and every field too: after ${yearsInProfession} years a recruiter’s pay survey of your own field says more.` : ''}`,
    };
  // A band that holds the middle half of a trade, or has no end, tells nothing of where in it somebody stands.
  if (to === null || (from <= (p25 ?? from) && to >= (p75 ?? to)))
    return {
      under: false,
      unplaced: true,
      words: `Your pay, ${inSentence(label)}, holds most of what your trade pays${at} (the middle is ${pounds(median)}), so it cannot say where in it you stand.`,
    };
  return { under: false, words: `${yours} about the middle of your trade${at} (${pounds(median)}).` };
}

/** From so many years on somebody is no beginner of a profession. */
const SEASONED = 8;

/** On a scale the same post pays alike everywhere: what differs is where on it somebody stands. */
const STANDS_ON_SCALE = 'pay in it goes by a national scale, so look first at your place on that.';

/** What to look up on a national scale, and what its people lose who leave shifts. */
function scaleWords(
  { id, scale, group }: ScaleOfGroup,
  {
    leavesShifts,
    betweenJobs,
    lowestPay,
    years = 0,
    nation,
    day = '',
  }: Pick<OfTheirs, 'leavesShifts' | 'betweenJobs' | 'lowestPay' | 'years' | 'nation' | 'day'>,
): string {
  const what =
    id === 'agenda-for-change'
      ? 'band, pay point and the date of your last increment'
      : 'point and the date of your last increment';
  const look = betweenJobs
    ? `Ask of a post which ${what.replace(/ and the date.*/, '')} it starts you on: years of service may count`
    : `Check your ${what} on your payslip and ask payroll if they seem wrong`;
  const { topPoint } = group;
  const pays = topPoint?.pay?.find((one) => one.nation === nation && one.from <= day && day <= one.until);
  const top =
    topPoint && years > topPoint.years && !betweenJobs
      ? ` In ${topPoint.grade} the last point comes after ${countWords(topPoint.years)} years as a rule (part-time years count, long breaks may not): with your ${years}, ask why if you are on a lower one.${pays ? ` In ${pays.nation}: ${pounds(pays.last)} full time; ${pays.nextGrade} from ${pounds(pays.next)} (${pays.from.slice(0, 4)}–${pays.until.slice(2, 4)}, not yet checked).` : ''}`
      : '';
  const shifts = leavesShifts
    ? ` Without shifts the extra pay for nights and weekends goes: take it off before you compare${lowestPay === undefined ? '' : ` with the ${pounds(lowestPay)} you need`}.`
    : '';
  return `${group.people.charAt(0).toUpperCase()}${group.people.slice(1).replace(/,$/, '')} are mostly paid on ${scale.name}. ${look}.${top}${shifts}`;
}

/** What the law asks, with the least they need where that is less. */
function withFloor(
  ofBand: string | undefined,
  { hours, lowestPay, betweenJobs }: { hours: number; lowestPay: number; betweenJobs: boolean },
  wage: MinimumWage,
): string {
  const least = pounds(leastByLaw(hours, wage));
  const nothingLess = `${betweenJobs ? 'take no post at these hours' : 'at these hours agree to nothing'} under ${least}`;
  // How many hours keep what they need is said of part of a week.
  if (ofBand !== undefined && hours < PART_TIME) return ofBand;
  return ofBand === undefined
    ? `At ${hoursWords(hours)} paid hours a week the law asks for ${least} a year (£${wage.adult.toFixed(2)} an hour, from age 21), more than the ${pounds(lowestPay)} you need: ${nothingLess}.`
    : `${ofBand} The ${pounds(lowestPay)} you need is less than that too: ${nothingLess}.`;
}

/** Fewer hours are part of a week. */
const PART_TIME = 30;

/** How many hours at the legal rate make the least they need, where those are no more than they work. */
function floorInHours(
  hours: number,
  lowestPay: number,
  wage: MinimumWage,
): { hoursOfFloor: string } | undefined {
  const minutes = minutesByLaw(lowestPay, wage);
  if (minutes > 60 * hours) return undefined;
  const [whole, rest] = [Math.floor(minutes / 60), minutes % 60];
  return { hoursOfFloor: rest === 0 ? `${whole} hours` : `${whole} hours ${rest} minutes` };
}

function lawWords(
  { from, to }: PayBand,
  hours: number,
  wage: MinimumWage,
  betweenJobs: boolean,
): string | undefined {
  const { adult, turnTo } = wage;
  const least = leastByLaw(hours, wage);
  const rate = `£${adult.toFixed(2)} an hour`;
  const at = `${hoursWords(hours)} paid hours a week`;
  // What was paid in a job that is over is not asked about as if it went on.
  if (betweenJobs && from < least)
    return `At ${at} the law asks for ${pounds(least)} a year (${rate}, from age 21).${to !== null && to <= least ? ` Your last pay was less: what is owed from a past job can be claimed too; ask ${turnTo}.` : ''}`;
  if (to !== null && to <= least)
    return `At ${at} the law asks for ${pounds(least)} a year (${rate}, from age 21), which is more than your band. Unpaid breaks, self-employment or age may explain it; if not, you are owed money. Ask ${turnTo}.`;
  if (from < least)
    return `At ${at} the law asks for ${pounds(least)} a year (${rate}, from age 21). If you are paid less, ask ${turnTo}.`;
  return undefined;
}
