import type { RiskLabel } from '../model/task.js';

/** Cut points of the label, on the rounded exposure. */
export const HIGH_FROM = 60;
export const MEDIUM_FROM = 35;

/**
 * Risk label of a task: ≥ 60 High, 35–59 Medium, < 35 Low. Works on the rounded number, the one people see, so that the label and
 * the number beside it can never disagree.
 * @param exposure 0–100
 */
export function riskLabel(exposure: number): RiskLabel {
  const shown = Math.round(exposure);
  if (shown >= HIGH_FROM) return 'High';
  return shown >= MEDIUM_FROM ? 'Medium' : 'Low';
}
