import { formatPence, pence } from '@app/kernel';
import { shortDayTime } from '@app/review';

/** The data of an event as people read it: `{ pricePence: 4900 }` → "price £49". */
export const eventData = (data: Readonly<Record<string, unknown>>): string =>
  Object.entries(data)
    .map(([name, value]) => `${words(name)} ${shown(name, value)}`)
    .join(', ');

/** `promiseAt` → "promise"; the unit is shown with the value. */
const words = (name: string): string =>
  name
    .replace(/(?<=.)(Pence|At)$/, '')
    .replace(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase();

function shown(name: string, value: unknown): string {
  if (typeof value === 'number')
    return /pence$/i.test(name) && Number.isSafeInteger(value) && value >= 0
      ? formatPence(pence(value))
      : String(value);
  if (typeof value === 'string')
    return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? shortDayTime(new Date(value)) : value;
  return JSON.stringify(value);
}
