import type { Pattern, Role } from './types.js';

export type Level = 'low' | 'medium' | 'high';

/** The fixed cut points of exposure, on the rounded number that is shown: 60 and more high, 35–59 medium, else low. */
export function levelOf(exposure: number): Level {
  const shown = Math.round(exposure);
  return shown >= 60 ? 'high' : shown >= 35 ? 'medium' : 'low';
}

export const levelWord = (level: Level): string => ({ low: 'Low', medium: 'Medium', high: 'High' })[level];

export const levelText = (level: Level): Role => `${level}-text`;

/** Marks differ by hatching where there is no colour. */
export const levelPattern = (level: Level): { pattern?: Pattern } =>
  level === 'low' ? {} : { pattern: level === 'medium' ? 'sparse' : 'dense' };
