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
  readonly outOfWork: readonly Written[];
  readonly lowPaid: readonly Written[];
  readonly selfEmployed: readonly Written[];
}

type Written = Omit<FundedWay, 'outOfWork' | 'anyCourse'>;

/** What of somebody opens ways of paying for any course. */
export interface Standing {
  /** ONS code of where they live. */
  readonly region?: string | undefined;
  /** Paid under what courses are free up to. */
  readonly isLowPaid: boolean;
  readonly isSelfEmployed: boolean;
}

let content: Content | undefined;
const read = (): Content => (content ??= parse(readFileSync(FUNDING_FILE, 'utf8')) as Content);

export const fundingAreas = (): readonly FundingArea[] => read().areas;

/** What is offered to whoever is out of work, in the order of the file. */
export const fundsOutOfWork = (): FundedWay[] => read().outOfWork.map((way) => ({ ...way, outOfWork: true }));

const anyCourse = (ways: readonly Written[]): FundedWay[] => ways.map((way) => ({ ...way, anyCourse: true }));

/** What pays for any course, whatever the way in, in the order of the file. */
export const fundsForAnyCourse = (): FundedWay[] => anyCourse([...read().lowPaid, ...read().selfEmployed]);

/** Those that somebody may ask for where they live, with what is so in their region alone. */
export function fundsByStanding({ region, isLowPaid, isSelfEmployed }: Standing): FundedWay[] {
  const nation = nationOf(region);
  const ways = anyCourse([
    ...(isLowPaid ? read().lowPaid : []),
    ...(isSelfEmployed ? read().selfEmployed : []),
  ]);
  return ways
    .filter(({ nations }) => nation !== undefined && nations.includes(nation))
    .map((way) => withArea(way, region));
}

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
  return all.map((way) => withArea(way, region));
}

function withArea(way: FundedWay, region: string | undefined): FundedWay {
  const area = read().areas.find((one) => one.region === region && way.way.includes(one.way));
  return area ? { ...way, here: area.words } : way;
}
