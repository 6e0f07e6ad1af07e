import type { Option } from './option.js';

/**
 * Whether a path comes before another whatever their points: people make it as readily, and it lies in the kind of place they work in, or is less
 * exposed and better paid.
 */
function passes(a: Option, b: Option): boolean {
  if (a.bar !== undefined || a.candidate.plausible < b.candidate.plausible) return false;
  const isNear = a.candidate.ownPlace === true && b.candidate.ownPlace !== true;
  const [pay, other] = [a, b].map(({ candidate }) => candidate.expectedPay ?? candidate.medianPay);
  const isBetter =
    a.path.score <= b.path.score - PASSES.points &&
    pay !== undefined &&
    other !== undefined &&
    pay >= PASSES.pay * other &&
    a.path.matchPercent >= PASSES.match;
  return isNear || isBetter;
}
/** So many points less exposed, paid so much more, and with so much that carries over, per cent. */
const PASSES = { points: 5, pay: 1.05, match: 35 } as const;

/** By points, but none before one that passes it. */
export function passingFirst(options: readonly Option[]): Option[] {
  const left = [...options];
  const ordered: Option[] = [];
  while (left.length > 0) {
    const next = left.findIndex((one) => !left.some((other) => other !== one && passes(other, one)));
    ordered.push(...left.splice(Math.max(0, next), 1));
  }
  return ordered;
}
