import { type ElementRating, hundredths, matchPercent } from '@app/occupations';
import { blended } from './own-ratings.js';

/** Asked in all, and how many of them for being central to the job; the others tell the paths apart (method §4). */
export const SKILLS_ASKED = 12;
export const CENTRAL_ASKED = 8;

export interface ChosenSkill {
  readonly element: ElementRating;
  /** Why it is asked. */
  readonly asked: 'central' | 'separating';
}

/**
 * The skills worth asking about: two thirds those that matter most in the job, one third those whose answer moves the match of one path
 * and not that of another. Where fewer tell the paths apart, more of the job's own are asked.
 *
 * @param own ratings of the person's occupation, in O*NET order; without any nothing can be asked
 * @param paths ratings of each candidate path, in the same order
 */
export function chooseSkills(
  own: readonly ElementRating[],
  paths: readonly (readonly ElementRating[])[],
): ChosenSkill[] {
  const byImportance = own
    .map((element, order) => ({ element, order }))
    .sort((a, b) => b.element.importance - a.element.importance || a.order - b.order);
  const central = byImportance.slice(0, CENTRAL_ASKED);
  const rest = byImportance.slice(CENTRAL_ASKED);
  const separating = rest
    .map(({ element, order }) => ({ element, spread: spreadOf(own, paths, order) }))
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, SKILLS_ASKED - CENTRAL_ASKED);
  const taken = new Set(separating.map(({ element }) => element));
  const filling = rest
    .filter(({ element }) => !taken.has(element))
    .slice(0, SKILLS_ASKED - CENTRAL_ASKED - separating.length);
  return [
    ...[...central, ...filling].map(({ element }) => ({ element, asked: 'central' as const })),
    ...separating.map(({ element }) => ({ element, asked: 'separating' as const })),
  ];
}

/** How differently the answer can move the paths' matches: largest less smallest swing between the two ends of the scale, per cent. */
function spreadOf(
  own: readonly ElementRating[],
  paths: readonly (readonly ElementRating[])[],
  order: number,
): number {
  const usual = own.map(({ importance }) => hundredths(importance));
  const norm = own[order]?.importance ?? 1;
  const answered = (answer: number): number[] => usual.with(order, hundredths(blended(answer, norm)));
  const swings = paths.map((path) => {
    const target = path.map(({ importance }) => hundredths(importance));
    return matchPercent(answered(5), target) - matchPercent(answered(1), target);
  });
  return swings.length > 0 ? Math.max(...swings) - Math.min(...swings) : 0;
}
