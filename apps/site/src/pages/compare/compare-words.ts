import { directionOf, type Interval, type OccupationSummary } from '@app/occupations';
import { inSentence, listWords } from '@app/kernel';

type Role = Pick<OccupationSummary, 'title' | 'score' | 'interval'>;

const shown = ({ score }: Role): number => Math.round(score);
const range = ({ low, high }: Interval): string => `${Math.round(low)}–${Math.round(high)}`;

/**
 * The finding as a heading, worded so that it reads right for titles in the singular and the plural. A difference is claimed only when
 * it is by the one rule of direction.
 * @param roles two or more, in any order
 */
export function compareHeading(roles: readonly Role[]): string {
  const sorted = [...roles].sort((a, b) => b.score - a.score);
  const [top, bottom] = [sorted[0], sorted.at(-1)];
  if (!top || !bottom) return '';
  const named = (role: Role): string => `${shown(role)} for ${inSentence(role.title)}`;
  if (!apart(top, bottom)) return `Too close to tell apart: ${listWords(sorted.map(named))}`;
  return roles.length === 2
    ? `A clear difference: ${named(top)}, ${named(bottom)}`
    : `A clear difference: from ${named(top)} to ${named(bottom)}`;
}

/** What may be said of each pair, claims first: "Data scientist against nurse: more exposed. The likely ranges are 36–61 and 19–33." */
export function pairSentences(roles: readonly Role[]): string[] {
  const sorted = [...roles].sort((a, b) => b.score - a.score);
  const pairs = sorted.flatMap((higher, index) =>
    sorted.slice(index + 1).map((lower) => ({ higher, lower, apart: apart(higher, lower) })),
  );
  return pairs
    .sort((a, b) => Number(b.apart) - Number(a.apart))
    .map(({ higher, lower, apart: differ }) => {
      const said = `${directionOf(lower, higher)}${differ ? '' : ', as far as can be told'}`;
      const ranges = `The likely ranges are ${range(higher.interval)} and ${range(lower.interval)}.`;
      return `${higher.title} against ${inSentence(lower.title)}: ${said}. ${ranges}`;
    });
}

const apart = (higher: Role, lower: Role): boolean => directionOf(lower, higher) === 'more exposed';
