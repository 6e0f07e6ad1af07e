import { areaOf } from './areas.js';
import type { EmployerKinds, KnownEmployer, SaidOfEmployer } from './employer-kinds.js';
import type { Employing } from './employing.js';

/** A named employer with the reason it is named. Never "hiring": nobody asked it. */
export interface EmployerEvidence {
  readonly name: string;
  /** Why it is on the list, one sentence. */
  readonly basis: string;
  /** What its size is of, e.g. `2024–25`; of one in no register the month in which it was written down, `YYYY-MM`. */
  readonly date: string;
  /** Size band as published, e.g. `5000 to 19,999` employees. */
  readonly size: string;
  /** Region or nation it is in, when it is in the person's own; absent for one that works all over a nation or more. */
  readonly region?: string;
  /** The fact that naming it rests on. */
  readonly said: SaidOfEmployer;
}

/** Employers of one kind of work, and where to look for those that no list names. */
export interface EmployersNearby {
  /** Those of the region first. Fewer than asked for where no more surely fit. */
  readonly employers: readonly EmployerEvidence[];
  /** Who usually employs such people, a sentence. */
  readonly usual: string;
  /** How to find them near home, a sentence. */
  readonly find: string;
  /** Of words written for one title of the group: its slug. */
  readonly ofTitle?: string;
}

/** What the register is of; the file names it so. */
const LIST_OF = '2024–25';
/** Among so many public bodies of a region the first place goes round. */
const GO_ROUND = 4;
/** When the editors wrote down who employs whom. */
const WRITTEN = '2026-11';

/**
 * Employers that an editor named for the kinds of work of a unit group (method §1) and that work in the region: its own first, then those of a
 * whole nation or more; a kind's next one after every other kind had one. Without a region the latter, then any.
 * @param code of the unit group
 * @param region ONS name
 */
export function employersFor(
  all: EmployerKinds,
  code: string,
  { kinds, without = {}, usual, find }: Employing,
  region: string | undefined,
  limit: number,
): EmployersNearby {
  const elsewhere = Object.entries(without).flatMap(([area, ids]) =>
    region !== undefined && areaOf(area)?.regions.includes(region) ? ids : [],
  );
  const chosen = kinds.filter((id) => !elsewhere.includes(id));
  const there = chosen.map((id) => {
    const some = all.of(id).filter(({ regions }) => region === undefined || regions.includes(region));
    const start = all.areAlike(id) ? Number(code) % Math.min(GO_ROUND, some.length || 1) : 0;
    return [...some.slice(start), ...some.slice(0, start)];
  });
  const near = inTurn(there.map((some) => some.filter(({ wide }) => !wide)));
  const wide = inTurn(there.map((some) => some.filter((one) => one.wide)));
  // Room is kept for those that hire in every town: the nearest list can be long and narrow.
  const first =
    region === undefined ? [] : near.slice(0, Math.max(limit - wide.length, Math.ceil((2 * limit) / 3)));
  const employers = onceEach([...first, ...wide, ...near]).slice(0, limit);
  return { employers: employers.map((one) => evidence(one, region)), usual, find };
}

/** The first of every list, then the second of every list, and so on; each company once. */
function inTurn(lists: readonly (readonly KnownEmployer[])[]): KnownEmployer[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return onceEach(
    Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat(),
  );
}

/** One fact once: neither a name nor an entry of the register twice. */
function onceEach(employers: readonly KnownEmployer[]): KnownEmployer[] {
  const seen = new Set<unknown>();
  return employers.filter(({ name, record }) => {
    const isNew = !seen.has(name) && (record === undefined || !seen.has(record));
    seen.add(name);
    if (record) seen.add(record);
    return isNew;
  });
}

function evidence(
  { name, what, record, page, wide, said }: KnownEmployer,
  region: string | undefined,
): EmployerEvidence {
  const source = record ? `entered as ${record.name}` : `its own site is ${page ?? ''}`;
  return {
    name,
    basis: `A large employer among ${what}, by our editors; ${source}. Nobody has asked it.`,
    date: record ? LIST_OF : WRITTEN,
    size: record ? `${record.size.replace(/\b(\d)(\d{3})\b/g, '$1,$2')} employees` : 'size not listed',
    ...(region !== undefined && !wide && { region }),
    said,
  };
}
