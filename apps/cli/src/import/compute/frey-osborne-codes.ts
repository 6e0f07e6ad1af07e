import { mean } from '@app/occupations';

/**
 * The paper prints 17 codes that are not SOC 2010: groups joined by the survey it used, and registered nurses under their code of
 * the year 2000. Read as the SOC 2010 codes (or the broad groups, ending in 0) that they cover.
 */
const PRINTED_AS: Readonly<Record<string, readonly string[]>> = {
  '13-1078': ['13-1071', '13-1075'],
  '15-1150': ['15-1151', '15-1152'],
  '15-1179': ['15-1122', '15-1134', '15-1143'],
  '15-1799': ['15-1199'],
  '25-1000': ['25-1'],
  '25-3999': ['25-3099'],
  '29-1060': ['29-106'],
  '29-1111': ['29-1141'],
  '29-2037': ['29-2034', '29-2035'],
  '29-2799': ['29-2057', '29-2092', '29-2099'],
  '29-9799': ['29-9092', '29-9099'],
  '31-9799': ['31-9097', '31-9099'],
  '39-4831': ['11-9061', '39-4031'],
  '45-2090': ['45-209'],
  '47-4799': ['47-2231', '47-4099'],
  '49-9799': ['49-9081', '49-9099'],
  '51-9399': ['51-3099', '51-9199'],
};

/**
 * SOC 2018 codes whose only SOC 2010 parent is not in the paper, read as a near printed group. Data scientists did not exist in
 * 2013: method §2 reads them as "computer occupations, all other".
 */
const READ_AS_2018: Readonly<Record<string, string>> = { '15-2051': '15-1799' };

/**
 * F by SOC 2018: the mean of the printed probabilities of the SOC 2010 codes behind it. A code printed by itself wins over one
 * covered by a joined group.
 *
 * @param printed probability 0–1 by code as printed
 * @param parents SOC 2010 codes behind each SOC 2018 code
 * @returns probability 0–1; codes the paper does not cover are absent
 */
export function freyOsborneBySoc2018(
  printed: ReadonlyMap<string, number>,
  parents: ReadonlyMap<string, readonly string[]>,
): Map<string, number> {
  const joined: [prefix: string, value: number][] = [];
  for (const [code, prefixes] of Object.entries(PRINTED_AS)) {
    const value = printed.get(code);
    if (value !== undefined) for (const prefix of prefixes) joined.push([prefix, value]);
  }
  const of2010 = (code: string): number | undefined =>
    (code in PRINTED_AS ? undefined : printed.get(code)) ??
    joined.find(([prefix]) => code.startsWith(prefix))?.[1];
  const result = new Map<string, number>();
  for (const [code, olds] of parents) {
    const readAs = READ_AS_2018[code];
    const direct = readAs === undefined ? undefined : printed.get(readAs);
    const values = direct === undefined ? olds.map(of2010).filter((value) => value !== undefined) : [direct];
    if (values.length > 0) result.set(code, mean(values));
  }
  return result;
}
