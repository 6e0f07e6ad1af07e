import { push, socOf } from '../codes.js';

/** Codes of the employment survey that join several SOC 2018 codes and do not end in 0. */
const JOINED: Readonly<Record<string, readonly string[]>> = {
  '21-1018': ['21-1011', '21-1014'],
  '51-2028': ['51-2022', '51-2023', '51-2028'],
  '53-1047': ['53-1042', '53-1043', '53-1044', '53-1049'],
};
/** Where the survey has nothing at all: a small occupation, so that it neither vanishes nor weighs. */
const UNKNOWN = 1000;

/**
 * American jobs by O*NET occupation: only their proportions are used, to split a UK unit group's jobs among its occupations.
 * A six-digit code's jobs are split evenly over its O*NET occupations; a joined code's over its members without a figure.
 */
export function usJobShares(
  codes: readonly string[],
  jobs: ReadonlyMap<string, number>,
): Map<string, number> {
  const bySoc = new Map<string, string[]>();
  for (const code of codes) push(bySoc, socOf(code), code);
  const socJobs = new Map<string, number>();
  const without = [...bySoc.keys()].filter((soc) => !jobs.has(soc));
  for (const [code, people] of jobs) {
    if (bySoc.has(code)) socJobs.set(code, people);
    const members =
      JOINED[code]?.filter((soc) => bySoc.has(soc)) ??
      (code.endsWith('0') ? without.filter((soc) => soc.startsWith(code.slice(0, 6))) : []);
    for (const soc of members) socJobs.set(soc, people / members.length);
  }
  const result = new Map<string, number>();
  for (const [soc, members] of bySoc) {
    for (const code of members) result.set(code, (socJobs.get(soc) ?? UNKNOWN) / members.length);
  }
  return result;
}
