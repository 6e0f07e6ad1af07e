/** A place as the vacancies API and the page name it. */
export interface SearchArea {
  readonly name: string;
  /** The `location0`, `location1` … of the API, widest first. */
  readonly path: readonly string[];
}

const UK: SearchArea = { name: 'the UK', path: ['UK'] };

/** ONS code and name of each region, and the name the API knows it by. */
const REGIONS: readonly (readonly [code: string, name: string, known: string])[] = [
  ['E12000001', 'North East', 'North East England'],
  ['E12000002', 'North West', 'North West England'],
  ['E12000003', 'Yorkshire and The Humber', 'Yorkshire And The Humber'],
  ['E12000004', 'East Midlands', 'East Midlands'],
  ['E12000005', 'West Midlands', 'West Midlands'],
  ['E12000006', 'East of England', 'Eastern England'],
  ['E12000007', 'London', 'London'],
  ['E12000008', 'South East', 'South East England'],
  ['E12000009', 'South West', 'South West England'],
  ['W92000004', 'Wales', 'Wales'],
  ['S92000003', 'Scotland', 'Scotland'],
  ['N92000002', 'Northern Ireland', 'Northern Ireland'],
];

/** The area of a region's ONS code or name; an unknown region is the whole UK, and the answer says so by its name. */
export function searchArea(region?: string): SearchArea {
  const wanted = region?.trim().toLowerCase();
  const found = REGIONS.find(
    ([code, name]) => wanted === code.toLowerCase() || wanted === name.toLowerCase(),
  );
  return found ? { name: found[1], path: ['UK', found[2]] } : UK;
}
