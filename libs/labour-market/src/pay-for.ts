import { type Dataset, type PayBand, type PayPlace, payPlacesFor } from '@app/occupations';
import { LEVEL_WORDS, PAY_POINTS, type PayBands, type PayPoint, POINT_WORDS } from './pay-bands.js';
import type { WeightedCode } from './uk-code.js';

/** How far the medians of two groups may be apart for one to lend the other its outer points, as a share. */
const ALIKE = 0.1;

/** Whether two groups are paid alike in the middle: the best paid gardeners are not paid as the best paid electricians are. */
const alike = (one: PayBand, other: PayBand): boolean =>
  one.median !== undefined && other.median !== undefined && Math.abs(one.median / other.median - 1) <= ALIKE;

/**
 * Full-time annual pay of an occupation: the heaviest of its unit groups. Suppressed figures come from the year before or from a level
 * above that is paid alike in the middle, and the notes say so; a filled point never breaks the order of the points, nor of the published percentiles between them.
 *
 * @param region ONS code or name of a UK region; its major group's ratio to the UK adjusts every point
 * @returns null when the occupation has no UK code or nothing is published for it at any level
 */
export function payFor(dataset: Dataset, codes: readonly WeightedCode[], region?: string): PayBands | null {
  const main = [...codes].sort((a, b) => b.weight - a.weight)[0];
  if (!main) return null;
  const places = payPlacesFor(dataset, main.code);
  const base = places.find(({ band }) => band.median !== undefined);
  if (base?.band.median === undefined) return null;
  const notes: string[] = [];
  const release = (place: PayPlace): string => dataset.sources.get(place.source)?.release ?? place.source;
  const group = dataset.unitGroups.get(main.code)?.name ?? main.code;
  if (base.level !== 'unit') {
    notes.push(
      `ONS does not publish a figure for “${group}”, so these are for the ${LEVEL_WORDS[base.level]} it belongs to.`,
    );
  }
  if (base.source === 'ashe2024')
    notes.push(`The figures are from ${release(base)}: the latest release has none.`);

  const points = { ...emptyPoints(), ...publishedPoints(base.band) };
  const pointNotes: Partial<Record<PayPoint, string>> = {};
  const borrowed: Partial<Record<PayPoint, string>> = {};
  for (const point of PAY_POINTS) {
    if (points[point] !== null) continue;
    const stand = places.find(
      (place) =>
        place !== base &&
        place.band[point] !== undefined &&
        alike(place.band, base.band) &&
        fits({ ...base.band.between, ...points }, point, place.band[point]),
    );
    if (stand) {
      points[point] = stand.band[point] ?? null;
      const from =
        stand.level === base.level
          ? `the release of ${release(stand)}`
          : `the ${LEVEL_WORDS[stand.level]} above, ${release(stand)}`;
      borrowed[point] = stand.level === base.level ? release(stand) : LEVEL_WORDS[stand.level];
      pointNotes[point] = `The figure for the ${POINT_WORDS[point]} is not published and comes from ${from}.`;
    } else {
      pointNotes[point] = `The figure for the ${POINT_WORDS[point]} is not published.`;
    }
  }
  notes.push(...Object.values(pointNotes));

  const area = region === undefined ? null : regionOf(dataset, region, main.code, notes);
  const adjusted = Object.fromEntries(
    PAY_POINTS.map((point) => [
      point,
      points[point] === null ? null : Math.round((points[point] ?? 0) * (area?.ratio ?? 1)),
    ]),
  ) as Record<PayPoint, number | null>;
  const source = dataset.sources.get(base.source);
  return {
    ...adjusted,
    median: adjusted.median ?? base.band.median,
    code: base.band.code,
    name: base.level === 'unit' ? group : null,
    level: LEVEL_WORDS[base.level],
    region: area,
    source: source?.name ?? base.source,
    vintage: source?.release ?? '',
    licence: source?.licence ?? '',
    notes,
    pointNotes,
    borrowed,
  };
}

const emptyPoints = (): Record<PayPoint, number | null> => ({
  p10: null,
  p25: null,
  median: null,
  p75: null,
  p90: null,
});

const publishedPoints = (band: PayBand): Partial<Record<PayPoint, number>> =>
  Object.fromEntries(
    PAY_POINTS.flatMap((point) => (band[point] === undefined ? [] : [[point, band[point]]])),
  );

const percentile = (point: string): number => (point === 'median' ? 50 : Number(point.slice(1)));

/** True when a value may stand at a point without breaking the order of what is known at other percentiles. */
const fits = (known: Readonly<Record<string, number | null>>, point: PayPoint, value: number): boolean =>
  Object.entries(known).every(([other, pay]) => {
    const by = percentile(other) - percentile(point);
    return pay === null || by === 0 || (by < 0 ? pay < value : pay > value);
  });

function regionOf(dataset: Dataset, wanted: string, code: string, notes: string[]): PayBands['region'] {
  const found = dataset.regions.find(
    ({ region, name }) => region === wanted || name.toLowerCase() === wanted.trim().toLowerCase(),
  );
  const ratio = found?.ratios[code.slice(0, 1)];
  if (!found || ratio === undefined) {
    notes.push('There is no regional figure for this kind of work there, so these are for the whole UK.');
    return null;
  }
  notes.push(
    `An estimate for ${found.name}: the UK figures times ${ratio.toFixed(2)}, the ratio of pay there to the UK’s in the major group this work belongs to.`,
  );
  return { code: found.region, name: found.name, ratio };
}
