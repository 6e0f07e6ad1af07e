import type { PayBand } from '@app/assessment';
import { leastByLaw, type MinimumWage, minutesByLaw } from '@app/labour-market';
import { hours as hoursWords, inSentence, pounds } from '../copy/word-filters.js';
import { fullDate } from './email-summary.js';
import type { OwnPay, SnapshotPay } from '../snapshot/blueprint-snapshot.js';

/**
 * Where a band of pay stands against the quarters of the trade at the person's hours, and against the law. Undefined without a band.
 * @param hours a week, and the least they need a year, when they said; the law of wages and the quarters are of employees
 */
export function ownPay(
  band: PayBand | undefined,
  { hours, lowestPay, selfEmployed = false, onScale = false }: OfTheirs,
  trade: SnapshotPay | null,
  wage: MinimumWage,
): OwnPay | undefined {
  if (!band) return undefined;
  if (selfEmployed) return forThemselves(band, trade);
  const market = trade && marketWords(band, trade, onScale);
  const law = hours === undefined ? undefined : lawWords(band, hours, wage);
  return {
    under: market?.under ?? false,
    ...(onScale && { onScale: true as const }),
    ...(market && { market: market.words }),
    ...(market?.unplaced && { unplaced: true as const }),
    ...(law &&
      hours !== undefined && {
        leastByLaw: leastByLaw(hours, wage),
        ...(band.to !== null && band.to <= leastByLaw(hours, wage) && { belowLaw: true as const }),
        ...(hours < PART_TIME && lowestPay !== undefined && floorInHours(hours, lowestPay, wage)),
      }),
    ...(law && { law, source: `Legal rate: ${wage.source}, from ${fullDate(wage.from)}, ${wage.checked}.` }),
  };
}

interface OfTheirs {
  readonly hours?: number | undefined;
  readonly lowestPay?: number | undefined;
  readonly selfEmployed?: boolean;
  /** Most in their work are paid on a national scale, where nobody asks for a market rate. */
  readonly onScale?: boolean;
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
): { words: string; under: boolean; unplaced?: true } | undefined {
  if (median === undefined) return undefined;
  const at = hours === undefined ? '' : ` at ${hoursWords(hours)} hours`;
  const yours = `Your pay, ${inSentence(label)}, is`;
  if (p25 !== undefined && to !== null && to <= p25)
    return {
      under: true,
      words: `${yours} below the lowest quarter of your trade${at} (${pounds(p25)}): three in four earn more for the same work.`,
    };
  if (to !== null && to <= median)
    return {
      under: true,
      words: `${yours} below the middle of your trade${at} (${pounds(median)})${onScale ? '' : '; a better paid employer may be nearer than another trade'}.`,
    };
  if (p75 !== undefined && from >= p75)
    return {
      under: false,
      words: `${yours} in the highest quarter of your trade${at} (from ${pounds(p75)}): few moves will match it at first.`,
    };
  if (from >= median)
    return { under: false, words: `${yours} above the middle of your trade${at} (${pounds(median)}).` };
  // A band that holds the middle half of a trade, or has no end, tells nothing of where in it somebody stands.
  if (to === null || (from <= (p25 ?? from) && to >= (p75 ?? to)))
    return {
      under: false,
      unplaced: true,
      words: `Your pay, ${inSentence(label)}, holds most of what your trade pays${at} (the middle is ${pounds(median)}), so it cannot say where in it you stand.`,
    };
  return { under: false, words: `${yours} about the middle of your trade${at} (${pounds(median)}).` };
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

function lawWords({ from, to }: PayBand, hours: number, wage: MinimumWage): string | undefined {
  const { adult, turnTo } = wage;
  const least = leastByLaw(hours, wage);
  const rate = `£${adult.toFixed(2)} an hour`;
  const at = `${hoursWords(hours)} paid hours a week`;
  if (to !== null && to <= least)
    return `At ${at} the law asks for ${pounds(least)} a year (${rate}, from age 21), which is more than your band. Unpaid breaks, self-employment or age may explain it; if not, you are owed money. Ask ${turnTo}.`;
  if (from < least)
    return `At ${at} the law asks for ${pounds(least)} a year (${rate}, from age 21). If you are paid less, ask ${turnTo}.`;
  return undefined;
}
