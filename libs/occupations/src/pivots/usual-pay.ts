import type { Dataset } from '../dataset/types.js';
import type { UkCode } from '../model/occupation.js';

/** Full-time median of the unit groups in pounds a year, weighted; the major group's where ONS suppressed one. For ranking only. */
export function usualPay(dataset: Dataset, codes: readonly UkCode[]): number | null {
  let sum = 0;
  let weight = 0;
  for (const { code, weight: share } of codes) {
    const median = dataset.pay.get(code)?.median ?? dataset.majorGroupPay.get(code.slice(0, 1))?.median;
    if (median === undefined) continue;
    sum += median * share;
    weight += share;
  }
  return weight > 0 ? sum / weight : null;
}
