import { regionInSentence } from '../copy/word-filters.js';
import type { SnapshotEmployer, SnapshotPath } from '../snapshot/blueprint-snapshot.js';

/** With fewer names the words on who usually employs stand beside them. */
const FEWEST_NAMED = 2;

/** Who employs: by name where large employers fit, those near first; else the written words. */
export function employerWords(
  { employers, employing }: Pick<SnapshotPath, 'employers' | 'employing'>,
  inReserve = false,
): string {
  const [near, wide] = [true, false].map((here) =>
    employers.filter(({ region }) => (region !== undefined) === here).map(nameWithSize),
  ) as [string[], string[]];
  const region = employers.find((one) => one.region !== undefined)?.region;
  const lists = [
    ...(near.length > 0 ? [`In ${regionInSentence(region ?? '')}: ${near.join(', ')}.`] : []),
    ...(wide.length > 0
      ? [`${near.length > 0 ? 'In more than one region' : 'In the UK'}: ${wide.join(', ')}.`]
      : []),
  ];
  const usual = employers.length >= FEWEST_NAMED ? [] : [employing?.usual ?? ''];
  // Of a path in reserve two names say enough.
  const find = inReserve && employers.length >= FEWEST_NAMED ? '' : firstSentence(employing?.find ?? '');
  return [employing?.most ?? '', ...lists, ...usual, find].join(' ').trim();
}

/** Where to look, without what else there is to say of it. */
const firstSentence = (text: string): string => /^.*?[.!?](?= \p{Lu}|$)/u.exec(text)?.[0] ?? text;

/** "First Cymru Buses (500+)": the lower end of the published band. */
const nameWithSize = ({ name, size }: SnapshotEmployer): string => {
  const least = /^[\d,]+/.exec(size)?.[0];
  const short = name.replace(/[ ,]+(Limited|Ltd|LLP|Public Limited Company|plc|P\.L\.C)\.?$/i, '');
  return least ? `${short} (${least}+)` : short;
};
