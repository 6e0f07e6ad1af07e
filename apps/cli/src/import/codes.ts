/** O*NET-SOC 2019, e.g. `15-1221.00`. */
export const ONET_CODE = /^\d{2}-\d{4}\.\d{2}$/;
/** American SOC, six digits, e.g. `15-1221`. */
export const US_SOC = /^\d{2}-\d{4}$/;
/** UK SOC 2020 unit group or ISCO-08 unit group, four digits. */
export const FOUR_DIGITS = /^\d{4}$/;

/** The six-digit SOC 2018 code that an O*NET-SOC 2019 code stands under. */
export const socOf = (onetCode: string): string => onetCode.slice(0, 7);

/** Adds to a list in a map, making the list on first use. */
export function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Plain code-point order: the same on every machine and locale. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
