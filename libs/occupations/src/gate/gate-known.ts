import { roundHalfUp } from '../method/rounding.js';
import type { AllOccupations } from '../build/all-occupations.js';
import type { ContentKnown } from '../report/content-rules.js';

/** What the gate over one report knows of the others. */
export type GateKnown = Omit<ContentKnown, 'content'>;

/** A name that says what a tool does, or is as short as a word, is no name to look for in texts. */
const isName = (name: string): boolean =>
  /^[A-Z]\S*[A-Z0-9a-z]/.test(name) && name.length > 4 && !/\(not AI\)/.test(name);

export function gateKnown({ all, edited, redirects }: AllOccupations): GateKnown {
  const scores = new Map(all.map(({ slug, score }) => [slug, roundHalfUp(score)]));
  const current = (slug: string): string => redirects.get(slug) ?? slug;
  const listed = [...edited.values()].flatMap(({ content }) =>
    [...content.tasks, ...content.gains].flatMap(({ tools }) => tools.map(({ name }) => name)),
  );
  return {
    current,
    scoreOf: (slug) => scores.get(current(slug)),
    toolNames: [...new Set(listed)].filter(isName),
  };
}
