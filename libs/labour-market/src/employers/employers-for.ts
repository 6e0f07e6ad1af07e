import type { EmployerRecord } from '@app/occupations';
import type { EmployerIndex } from './employer-index.js';
import { employerName } from './employer-name.js';
import type { Industries } from './industries.js';
import { anyWord, type Places } from './places.js';

/** A named employer with the reason it is named. Never "hiring": nobody asked it. */
export interface EmployerEvidence {
  readonly name: string;
  /** Why it is on the list, one sentence. */
  readonly basis: string;
  /** What the list is of, e.g. `2024–25`. */
  readonly date: string;
  /** Size band as published, e.g. `5000 to 19,999` employees. */
  readonly size: string;
  /** Region or nation it is in, when it is in the person's own; absent for one that employs all over the UK. */
  readonly region?: string;
}

/** Employers of one kind of work, and where to look for those that no list names. */
export interface EmployersNearby {
  /** Those of the region first. Fewer than three only where the industry is this work alone: an ambulance service for paramedics. */
  readonly employers: readonly EmployerEvidence[];
  /** Who usually employs such people, a sentence. */
  readonly usual: string;
  /** How to find them near home, a sentence. */
  readonly find: string;
}

/** What the list is of; the file names it so. */
const LIST_OF = '2024–25';
/** A company of this size works all over the UK, unless its name or kind says where. */
const EVERYWHERE_FROM = 5000;
/** A shorter list from industries that employ many kinds of work says nothing of this one: then the words alone stand. */
const FEWEST = 3;
/** Rungs of the size ladder that the best code is worth above the next one. */
const RUNGS_A_CODE = 0.6;
const SIZES = [250, 500, 1000, 5000, 20_000];

interface Fitting {
  readonly employer: EmployerRecord;
  readonly points: number;
}

/**
 * Large employers whose industry is the work of a unit group (method §1): those of the region first, then those that employ all over the
 * UK; the closest industry and the largest first. Without a region only the latter, and then the largest anywhere.
 * @param region ONS name
 */
export function employersFor(
  index: EmployerIndex,
  industries: Industries,
  places: Places,
  region: string | undefined,
  limit: number,
): EmployersNearby {
  const fitting = fittingEmployers(index, industries);
  const near =
    region === undefined ? [] : fitting.filter(({ employer }) => places.regionOf(employer) === region);
  const wide = fitting.filter(
    ({ employer }) =>
      employer.sizeFrom >= EVERYWHERE_FROM && !places.isLocal(employer) && places.worksIn(employer, region),
  );
  // Room is kept for those that hire in every town: the nearest list can be long and narrow.
  const first = near.slice(0, Math.max(limit - wide.length, Math.ceil((2 * limit) / 3)));
  const chosen = [...new Set([...first, ...wide, ...(region === undefined ? fitting : [])])].slice(0, limit);
  const { usual, find } = industries;
  return {
    employers:
      chosen.length < FEWEST && !industries.only
        ? []
        : chosen.map(({ employer }) => evidence(employer, industries, places, region)),
    usual,
    find,
  };
}

function fittingEmployers(index: EmployerIndex, { sic, names, not }: Industries): Fitting[] {
  const excluded = anyWord(not);
  const codes = new Map<EmployerRecord, number>();
  for (const employer of names.flatMap((name) => index.named(name)))
    if (!isNamesake(employer, sic)) codes.set(employer, 0);
  sic.forEach((code, place) => {
    for (const employer of index.withCode(code)) if (!codes.has(employer)) codes.set(employer, place);
  });
  // Thousands fit some work: each is looked at once.
  const groups = new Set<string>();
  return [...codes]
    .filter(([{ name }]) => !excluded(name))
    .map(([employer, code]) => ({
      employer,
      points: SIZES.indexOf(employer.sizeFrom) - RUNGS_A_CODE * code,
    }))
    .sort(
      (a, b) =>
        b.points - a.points ||
        a.employer.sic.length - b.employer.sic.length ||
        (a.employer.name < b.employer.name ? -1 : 1),
    )
    .filter(({ employer: { name } }) => {
      const own = groupOf(name);
      const isFirst = !groups.has(own);
      groups.add(own);
      return own === name || isFirst;
    });
}

/** Codes of schools, homes and care: whoever registered these alone is nothing else, whatever its name. */
const SCHOOL_OR_CARE = /^(?:85[1-4]|87|88)/;

/** "Harbour Learning Trust" steers no ship, and "Portman Woodward" employs no dentist: a name says nothing against all of its codes. */
function isNamesake({ sic }: EmployerRecord, wanted: readonly string[]): boolean {
  const divisions = new Set(wanted.map((code) => code.slice(0, 2)));
  return sic.length > 0 && sic.every((code) => SCHOOL_OR_CARE.test(code) && !divisions.has(code.slice(0, 2)));
}

/** Words that begin many names. */
const COMMON =
  /^(the|university|london|north|south|east|west|royal|city|county|nhs|national|st|st\.|great|new|first)$/i;

/** Companies of one group share the first two words of their names; then the first stands for all. */
function groupOf(name: string): string {
  const [first = '', second = ''] = name.toUpperCase().split(/\s+/);
  return COMMON.test(first) || second === '' || /^(OF|AND|&|CITY|COUNTY|COUNCIL)$/.test(second)
    ? name
    : `${first} ${second}`;
}

const evidence = (
  employer: EmployerRecord,
  { only }: Industries,
  places: Places,
  region: string | undefined,
): EmployerEvidence => {
  const here = region !== undefined && places.regionOf(employer) === region;
  return {
    name: employerName(employer.name),
    basis: `A large employer ${only ? 'whose industry is this work' : 'of a kind that employs this work'}, by ${employer.sic.length > 0 ? 'the industry codes it registered' : 'its name'}.`,
    date: LIST_OF,
    size: `${employer.size.replace(/\b(\d)(\d{3})\b/g, '$1,$2')} employees`,
    ...(here && { region }),
  };
};
