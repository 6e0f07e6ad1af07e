import { employersIn, nationOf } from '@app/labour-market';
import type { PathFacts } from '../snapshot/blueprint-inputs.js';
import type { SnapshotPath } from '../snapshot/blueprint-snapshot.js';

/** Who employs and where to look, without what is of other nations than that of a region. @param region ONS code */
export function employersHere(
  { employers, employing }: Pick<PathFacts, 'employers' | 'employing'>,
  region: string | undefined,
): Pick<SnapshotPath, 'employers' | 'employing'> {
  if (!employing) return { employers };
  const here = (text: string): string => employersIn(text, nationOf(region));
  return { employers, employing: { ...employing, usual: here(employing.usual), find: here(employing.find) } };
}
