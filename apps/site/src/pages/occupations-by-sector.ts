import { type Drawing, intervalCell, type Range } from '@app/charts';
import type { OccupationSummary } from '@app/occupations';
import { inSentence } from '@app/kernel';

/** A sector by the scores of the people who work in it. */
export interface SectorSpread {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  /** Score of the person in the middle, 0–100. */
  readonly median: number;
  /** Half of its people lie between these. */
  readonly half: Range;
}

/**
 * Sectors from the most exposed to the least, by the median over UK jobs. Roles that share a code share its jobs.
 * @param jobsOf UK jobs that the code of an occupation stands for
 */
export function bySector(
  occupations: readonly OccupationSummary[],
  jobsOf: (occupation: OccupationSummary) => number,
): SectorSpread[] {
  const sharing = new Map<string, number>();
  for (const { code } of occupations) sharing.set(code, (sharing.get(code) ?? 0) + 1);
  const sectors = new Map<string, OccupationSummary[]>();
  for (const each of occupations) sectors.set(each.sector, [...(sectors.get(each.sector) ?? []), each]);
  return [...sectors]
    .map(([id, members]) => {
      const weighed = members
        .map((each) => ({ score: each.score, weight: jobsOf(each) / (sharing.get(each.code) ?? 1) }))
        .sort((a, b) => a.score - b.score);
      const at = (share: number): number => quantile(weighed, share);
      return {
        id,
        name: members[0]?.sectorName ?? id,
        count: members.length,
        median: at(0.5),
        half: { low: at(0.25), high: at(0.75) },
      };
    })
    .sort((a, b) => b.median - a.median || a.name.localeCompare(b.name, 'en-GB'));
}

/** The finding over the table. */
export function sectorHeading(sectors: readonly SectorSpread[]): string {
  const [first, last] = [sectors[0], sectors.at(-1)];
  if (!first || !last || Math.round(first.median) === Math.round(last.median))
    return 'All sectors, side by side';
  return `Work in ${inSentence(first.name)} is the most exposed, work in ${inSentence(last.name)} the least`;
}

export const sectorMark = ({ median, half }: SectorSpread): Drawing => intervalCell(median, half);

/** The finding over a ranking: how many of its occupations score high. */
export function rankingHeading(scores: readonly number[], sectorName: string): string {
  const high = scores.filter((score) => Math.round(score) >= 60).length;
  const where = sectorName ? `In ${inSentence(sectorName)}` : 'In the UK';
  const of =
    scores.length === 1 ? 'the one occupation' : `${scores.length.toLocaleString('en-GB')} occupations`;
  if (scores.length === 1)
    return `${where}, ${of} ${high === 1 ? 'has high exposure to AI' : 'has no high exposure to AI'}`;
  if (high === 0) return `${where}, none of ${of} has high exposure to AI`;
  return `${where}, ${high} of ${of} ${high === 1 ? 'has' : 'have'} high exposure to AI`;
}

function quantile(weighed: readonly { score: number; weight: number }[], share: number): number {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  let passed = 0;
  for (const { score, weight } of weighed) {
    passed += weight;
    if (passed >= share * total) return score;
  }
  return weighed.at(-1)?.score ?? 0;
}
