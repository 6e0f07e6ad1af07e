import type { UnitGroupLink } from '@app/occupations';

/**
 * UK jobs that each occupation stands for. A unit group's jobs are split among the occupations linked to it, by American jobs
 * times the link's weight; so every job of a linked unit group counts once and none twice.
 *
 * @param links unit groups of each occupation
 * @param unitGroupJobs people by unit group
 * @param usJobs American jobs by occupation (proportions only)
 * @returns people by occupation; 0 without links
 */
export function ukJobsOfOccupations(
  links: ReadonlyMap<string, readonly UnitGroupLink[]>,
  unitGroupJobs: ReadonlyMap<string, number>,
  usJobs: ReadonlyMap<string, number>,
): Map<string, number> {
  const claims = new Map<string, number>();
  for (const [code, own] of links) {
    for (const link of own)
      claims.set(link.code, (claims.get(link.code) ?? 0) + (usJobs.get(code) ?? 0) * link.weight);
  }
  const result = new Map<string, number>();
  for (const [code, own] of links) {
    let jobs = 0;
    for (const link of own) {
      const claimed = claims.get(link.code) ?? 0;
      if (claimed > 0)
        jobs += ((unitGroupJobs.get(link.code) ?? 0) * (usJobs.get(code) ?? 0) * link.weight) / claimed;
    }
    result.set(code, jobs);
  }
  return result;
}
