import type { CrosswalkConfidence, UnitGroupLink } from '../../dataset/types.js';
import type { TitleMatch } from '../sources/title-match.js';

/** UK unit groups of an occupation and how sure they are. */
export interface UkLinks {
  readonly confidence: CrosswalkConfidence;
  readonly unitGroups: readonly UnitGroupLink[];
}

/** Unit groups with at least this share of the best one's titles are kept, three at most. */
const KEEP = 0.5;
const MOST = 3;

/** Links by agreeing titles alone. */
export function ukLinks(matches: readonly TitleMatch[]): UkLinks {
  const best = matches[0]?.titles ?? 0;
  if (best === 0) return { confidence: 'none', unitGroups: [] };
  const kept = matches.filter(({ titles }) => titles >= best * KEEP).slice(0, MOST);
  const total = kept.reduce((sum, { titles }) => sum + titles, 0);
  return {
    confidence: best >= 3 ? 'fair' : 'low',
    unitGroups: kept.map(({ unitGroup, titles }) => ({ code: unitGroup, weight: titles / total })),
  };
}
