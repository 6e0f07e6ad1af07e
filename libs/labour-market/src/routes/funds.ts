import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';
import { nationOf } from './nation.js';
import type { Entrant } from './entrant.js';
import type { FundedWay } from './route.js';

export const FUNDING_FILE = projectPath('libs/labour-market/content/funding.yaml');

/** What differs inside a nation: said to those who live there, and to nobody else. */
export interface FundingArea {
  /** Part of the name of the ways it is of. */
  readonly way: string;
  /** ONS code of the region. */
  readonly region: string;
  readonly words: string;
  readonly page: string;
}

interface Content {
  readonly areas: readonly FundingArea[];
  /** What a work coach may offer whoever is out of work, whatever they wish to do. */
  readonly outOfWork: readonly Omit<FundedWay, 'outOfWork'>[];
}

let content: Content | undefined;
const read = (): Content => (content ??= parse(readFileSync(FUNDING_FILE, 'utf8')) as Content);

export const fundingAreas = (): readonly FundingArea[] => read().areas;

/** What is offered to whoever is out of work, in the order of the file. */
export const fundsOutOfWork = (): FundedWay[] => read().outOfWork.map((way) => ({ ...way, outOfWork: true }));

/**
 * The ways of paying that somebody can ask for, with what is so in their region alone. Who is out of work has those for it first.
 * @param isShort the way in is a matter of weeks: no course has to be paid
 */
export function fundsFor(
  ways: readonly FundedWay[],
  { outOfWork, region }: Pick<Entrant, 'outOfWork' | 'region'>,
  isShort: boolean,
): FundedWay[] {
  const nation = nationOf(region);
  const open = ways.filter((way) => outOfWork || way.outOfWork !== true);
  const isHere = ({ nations }: FundedWay): boolean => nation !== undefined && nations.includes(nation);
  const coach = fundsOutOfWork().filter(
    (way) => isHere(way) && !open.some((one) => isHere(one) && one.way.includes(way.way)),
  );
  const all = outOfWork && !isShort ? [...coach, ...open] : open;
  return all.map((way) => {
    const area = read().areas.find((one) => one.region === region && way.way.includes(one.way));
    return area ? { ...way, here: area.words } : way;
  });
}
