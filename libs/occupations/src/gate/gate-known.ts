import type { AllOccupations } from '../build/all-occupations.js';
import type { ContentKnown } from '../report/content-rules.js';

/** What the gate over one report knows of the others. */
export type GateKnown = Omit<ContentKnown, 'content'>;

/** A name that says what a tool does, or is as short as a word, is no name to look for in texts. */
const isName = (name: string): boolean => /^[A-Z]\S*[A-Z0-9a-z]/.test(name) && name.length > 4 && !/\(not AI\)/.test(name);

export function gateKnown({ edited, redirects }: AllOccupations): GateKnown {
  const listed = [...edited.values()].flatMap(({ content }) =>
    [...content.tasks, ...content.gains].flatMap(({ tools }) => tools.map(({ name }) => name)),
  );
  return {
    current: (slug) => redirects.get(slug) ?? slug,
    toolNames: [...new Set(listed)].filter(isName),
  };
}
