import { MOST_PATHS } from '../result/most-paths.js';
import type { Option } from './option.js';

/** No more of the three than this lie in one minor group while another kind keeps the limits: three doors of one house are one choice. */
export const MOST_OF_A_KIND = 2;

/** Whether it keeps every limit with nobody's help. */
export const isFitting = ({ candidate: { strains } }: Option): boolean => strains === undefined;

/** Those that keep every limit with nobody's help, and only where they are fewer than three, the others. */
export function threeOf(options: readonly Option[]): Option[] {
  const fitting = kindsOf(options.filter(isFitting));
  const strained = kindsOf(options.filter((option) => !isFitting(option)));
  return [...fitting, ...strained].slice(0, MOST_PATHS);
}

function kindsOf(options: readonly Option[]): Option[] {
  const ofSeveralKinds: Option[] = [];
  for (const option of options)
    if (alike(option, ofSeveralKinds).length < MOST_OF_A_KIND) ofSeveralKinds.push(option);
  const others = options.filter((option) => !ofSeveralKinds.includes(option));
  const taken = new Set([...ofSeveralKinds, ...others].slice(0, MOST_PATHS));
  return options.filter((option) => taken.has(option));
}

const groupOf = ({ candidate: { group } }: Option): string => group.slice(0, 3);

export const alike = (option: Option, others: readonly Option[]): Option[] =>
  others.filter((other) => groupOf(other) === groupOf(option));
