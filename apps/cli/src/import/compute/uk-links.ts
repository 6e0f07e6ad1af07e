import type { CrosswalkConfidence, UnitGroupLink } from '@app/occupations';
import type { TitleMatch } from '../sources/title-match.js';

/** UK unit groups of an occupation and how sure they are. */
export interface UkLinks {
  readonly confidence: CrosswalkConfidence;
  readonly unitGroups: readonly UnitGroupLink[];
}

/** Unit groups with less than this part of the best one's evidence are dropped; at most three are kept. */
const KEEP = 0.4;
const MOST = 3;
/** A unit group the chain reaches with less than this share is chance (one odd entry of the index). */
const CHAIN_FLOOR = 0.02;
/** From this many agreeing titles on, titles alone are trusted against the chain. */
const ENOUGH_TITLES = 3;
/** From this share on, one unit group leads the chain clearly. */
const CHAIN_LEADS = 0.5;

function strongest(evidence: readonly (readonly [unitGroup: string, strength: number])[]): UnitGroupLink[] {
  const sorted = [...evidence].sort((a, b) => b[1] - a[1] || Number(a[0]) - Number(b[0]));
  const kept = sorted.filter(([, strength]) => strength >= (sorted[0]?.[1] ?? 0) * KEEP).slice(0, MOST);
  const total = kept.reduce((sum, [, strength]) => sum + strength, 0);
  return kept.map(([code, strength]) => ({ code, weight: strength / total }));
}

/**
 * UK unit groups from two independent roads: job titles that O*NET and ONS share, and the chain of official crosswalks.
 *
 * - checked by hand: as listed, `good`
 * - both roads meet: the unit groups of both, by titles times the chain's share, `good`
 * - the roads part, or there are titles only: with three titles or more their unit groups, `fair`; with fewer the chain's where one
 *   unit group leads it clearly, else the titles', `low`
 * - chain only: its main unit groups, `fair` when one leads clearly, else `low`
 * - neither: `none`
 */
export function ukLinks(
  matches: readonly TitleMatch[],
  chain: ReadonlyMap<string, number>,
  checked: readonly UnitGroupLink[] | undefined,
): UkLinks {
  if (checked) return { confidence: 'good', unitGroups: checked };
  const both = matches.flatMap(({ unitGroup, titles }): [string, number][] => {
    const share = chain.get(unitGroup) ?? 0;
    return share >= CHAIN_FLOOR ? [[unitGroup, titles * Math.sqrt(share)]] : [];
  });
  if (both.length > 0) return { confidence: 'good', unitGroups: strongest(both) };
  const best = matches[0]?.titles ?? 0;
  const chained = strongest([...chain]);
  const chainLead = chain.get(chained[0]?.code ?? '') ?? 0;
  if (best >= ENOUGH_TITLES || (best > 0 && chainLead < CHAIN_LEADS)) {
    return {
      confidence: best >= ENOUGH_TITLES ? 'fair' : 'low',
      unitGroups: strongest(matches.map(({ unitGroup, titles }) => [unitGroup, titles])),
    };
  }
  if (chained.length === 0) return { confidence: 'none', unitGroups: chained };
  return { confidence: best === 0 && chainLead >= CHAIN_LEADS ? 'fair' : 'low', unitGroups: chained };
}
