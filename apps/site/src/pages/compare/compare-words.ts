import { type Interval, type OccupationSummary, probabilityAbove, surenessOf } from '@app/occupations';
import { inSentence, listWords } from '@app/kernel';

type Role = Pick<OccupationSummary, 'title' | 'score' | 'interval'>;

const shown = ({ score }: Role): number => Math.round(score);
const range = ({ low, high }: Interval): string => `${Math.round(low)}–${Math.round(high)}`;
const named = (role: Role): string => `${shown(role)} for ${inSentence(role.title)}`;

/**
 * The finding as a heading, worded so that it reads right for titles in the singular and the plural. A difference is claimed by the rule
 * that personal results are told by: from a probability of 80 %, with a word for how sure.
 * @param roles two or more, in any order
 */
export function compareHeading(roles: readonly Role[]): string {
  const sorted = byScore(roles);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom) return '';
  const sure = sureOf(top, bottom);
  if (!sure) return `Too close to tell apart: ${listWords(sorted.map(named))}`;
  return roles.length === 2
    ? `${capital(sure)} a difference: ${named(top)}, ${named(bottom)}`
    : `${capital(sure)} a difference: from ${named(top)} to ${named(bottom)}`;
}

/** "very likely less exposed", or "about as exposed": how `role` stands beside another. */
export function difference(role: Role, beside: Role): string {
  const [top, bottom] = role.score >= beside.score ? [role, beside] : [beside, role];
  const sure = sureOf(top, bottom);
  return sure ? `${sure} ${role === top ? 'more' : 'less'} exposed` : 'about as exposed';
}

/** What may be said of each pair, the surest first: "Data scientist against nurse: very likely more exposed, 49 (likely 36–61) to 26 (likely 19–33)." */
export function pairSentences(roles: readonly Role[]): string[] {
  const sorted = byScore(roles);
  return sorted
    .flatMap((higher, index) =>
      sorted
        .slice(index + 1)
        .map((lower) => ({ higher, lower, probability: probabilityAbove(higher, lower) })),
    )
    .sort((a, b) => b.probability - a.probability)
    .map(
      ({ higher, lower }) =>
        `${higher.title} against ${inSentence(lower.title)}: ${difference(higher, lower)}, ${figures(higher)} to ${figures(lower)}.`,
    );
}

const byScore = (roles: readonly Role[]): Role[] => [...roles].sort((a, b) => b.score - a.score);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const figures = (role: Role): string => `${shown(role)} (likely ${range(role.interval)})`;

/** How sure it is that the first lies above the second; undefined when it is not, or the two figures read the same. */
const sureOf = (top: Role, bottom: Role): string | undefined =>
  shown(top) === shown(bottom) ? undefined : surenessOf(probabilityAbove(top, bottom));
