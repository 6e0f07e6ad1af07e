import { bandWord } from '../method/band-word.js';
import type { OccupationSummary } from '../model/occupation.js';
import type { ShownScore } from '../model/report.js';

/** A score as pages show it: rounded, with its interval and its word. */
export const shownScore = ({
  score,
  interval,
}: Pick<OccupationSummary, 'score' | 'interval'>): ShownScore => ({
  exact: score,
  value: Math.round(score),
  interval: { low: Math.round(interval.low), high: Math.round(interval.high) },
  band: bandWord(score),
});
