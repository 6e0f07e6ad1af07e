/** Regions and nations as the editors' files write them, and their ONS names. */
const REGIONS: Readonly<Record<string, string>> = {
  NE: 'North East',
  NW: 'North West',
  YH: 'Yorkshire and The Humber',
  EM: 'East Midlands',
  WM: 'West Midlands',
  EE: 'East of England',
  LO: 'London',
  SE: 'South East',
  SW: 'South West',
  WA: 'Wales',
  SC: 'Scotland',
  NI: 'Northern Ireland',
};

const all = Object.values(REGIONS);
const NATIONS: Readonly<Record<string, readonly string[]>> = {
  EN: all.slice(0, 9),
  EW: all.slice(0, 10),
  GB: all.slice(0, 11),
  UK: all,
};

/** ONS names of every region and nation of the UK. */
export const ALL_REGIONS: readonly string[] = all;

/** Where an employer employs people of a kind of work. */
export interface Area {
  /** ONS names. */
  readonly regions: readonly string[];
  /** True of one that works all over a nation or more: no list says "in your region" of it. */
  readonly wide: boolean;
}

/** The area of a key such as `NW YH`, `EN SC` (England and Scotland), `EW` (England and Wales), `GB` or `UK`; undefined when a part is none. */
export function areaOf(key: string): Area | undefined {
  const parts = key.split(' ').map((code) => NATIONS[code] ?? (REGIONS[code] ? [REGIONS[code]] : undefined));
  if (parts.includes(undefined)) return undefined;
  return {
    regions: [...new Set(parts.flatMap((part) => part ?? []))],
    wide: parts.some((part) => (part?.length ?? 0) > 1),
  };
}

/** The nation that a region or nation by ONS name is in. */
export const nationOfRegion = (region: string): string =>
  NATIONS['EN']?.includes(region) ? 'England' : region;
