/** The files of the data set beside `manifest.json`, in the order they are written and hashed. */
export const DATA_FILES = [
  'occupations.json',
  'onet.json',
  'model.json',
  'elements.json',
  'ratings.json',
  'activities.json',
  'activity-shares.json',
  'measures.json',
  'measure-info.json',
  'british-titles.json',
  'unit-groups.json',
  'pay.json',
  'pay-2024.json',
  'regions.json',
  'employers.json',
  'bank-holidays.json',
  'apprenticeships.json',
] as const;

export type DataFile = (typeof DATA_FILES)[number];

export const MANIFEST_FILE = 'manifest.json';

/** JSON with one record a line, so that a new release shows as the lines that changed. */
export function recordsJson(records: readonly unknown[]): string {
  return records.length === 0
    ? '[]\n'
    : `[\n${records.map((record) => JSON.stringify(record)).join(',\n')}\n]\n`;
}
