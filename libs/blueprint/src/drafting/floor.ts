import type { Route } from '@app/labour-market';
import { inSentence, listed, pounds } from '../copy/word-filters.js';
import type { FloorVerdict, SnapshotPath } from '../snapshot/blueprint-snapshot.js';

type Paid = Pick<SnapshotPath, 'pay' | 'entry' | 'route'>;

/** Preparation of a year or more for a register is a place at college: nothing of the target's pay comes in meanwhile. */
const LONG_PREPARATION = 12;

/**
 * How a path keeps the least that somebody needs, said alike on pages 2, 8 and 13: even at the lower quarter of its pay, by what the law asks
 * for their hours, from the middle on, only at a standing like theirs, or not while they train. Undefined without a floor.
 * @param least pounds a year that the law asks of an employer for their hours
 */
export function floorVerdict(
  { pay, entry, route }: Paid,
  lowestPay: number | undefined,
  way: Pick<Route, 'months' | 'registers'> | undefined,
  least = 0,
): FloorVerdict | undefined {
  if (lowestPay === undefined) return undefined;
  const isRegistered = way?.registers.some(
    ({ force, what }) => force === 'law' && /^registration\b/.test(what),
  );
  if (way && isRegistered && route?.held === undefined && way.months.from >= LONG_PREPARATION)
    return 'training';
  const { p25, median } = (entry.employing ? null : pay) ?? {};
  if (p25 !== undefined && p25 >= lowestPay) return 'kept';
  if (least >= lowestPay) return 'law';
  if (median === undefined) return 'not known';
  return median < lowestPay ? 'standing' : 'middle';
}

/** The verdict of one path in a sentence. */
export function floorSentence({ floor, pay }: SnapshotPath, lowestPay: number): string | undefined {
  const need = `the ${pounds(lowestPay)} you need`;
  switch (floor) {
    case 'kept':
      return `Three in four people in it earn more than ${need}.`;
    case 'law':
      return `The legal rate at your hours alone keeps ${need}.`;
    case 'middle':
      return pay?.p25 === undefined
        ? `The middle of its pay keeps ${need}; a first salary may not.`
        : `From the middle of its pay on it keeps ${need}; the lowest quarter earn ${pounds(pay.p25)} or less, so the first salary matters.`;
    case 'standing':
      return `It keeps ${need} only at a standing like yours: more than half of those in it earn less (the middle is ${pounds(pay?.median ?? 0)}).`;
    case 'training':
      return `It does not keep ${need} while you train, unless somebody pays you for that time (page 9).`;
    default:
      return undefined;
  }
}

const KEPT: Readonly<Record<FloorVerdict, string>> = {
  kept: 'kept even at the lower quarter of pay for',
  law: 'kept by the legal rate at your hours (page 13) for',
  middle: 'kept from the middle of pay on for',
  standing: 'kept only at a standing like yours for',
  training: 'not kept while you train for',
  'not known': 'not known of',
};

/** The verdicts of all paths together: "kept even at the lower quarter of the pay in bus driver; not kept while …". */
export function floorOfAll(paths: readonly SnapshotPath[]): string {
  return (Object.keys(KEPT) as FloorVerdict[])
    .flatMap((verdict) => {
      const those = paths.filter(({ floor }) => floor === verdict).map(({ title }) => inSentence(title));
      return those.length > 0 ? [`${KEPT[verdict]} ${listed(those)}`] : [];
    })
    .join('; ');
}
