import type { RankedPath } from '../result/personal-result.js';
import type { Bar } from './bars.js';
import type { PathCandidate } from './path-candidate.js';
import type { PointParts } from './path-ranking.js';

/** A candidate as the ranking weighs it for one person. */
export interface Option {
  readonly path: Omit<RankedPath, 'rank'>;
  readonly points: PointParts;
  /** Why it is never among the three; undefined when nothing keeps it from that. */
  readonly bar: Bar | undefined;
  readonly candidate: PathCandidate;
  /** Why to leave for it, in words; undefined when nothing of the person's speaks for leaving. */
  readonly toGo: string | undefined;
}
