import type { BlueprintSnapshot } from '../snapshot/blueprint-snapshot.js';

/** What the sentences of one draft are filled with. */
export interface FilledWords {
  /** Titles, tasks, tools, skills, employers, groups, dates: what a sentence names. */
  readonly names: readonly string[];
  /** Whole phrases that were drafted or written for the content; names stand in them. */
  readonly texts: readonly FilledText[];
}

export interface FilledText {
  readonly text: string;
  /** Its figures are of the content, where no check works them out again. */
  readonly exact: boolean;
}

/** A key that leads to words a page says: all of a snapshot but its codes and what a reviewer wrote. */
const NO_WORDS =
  /^(?:id|slug|kind|code|format|brand|versions|draftedAt|checked|checkedOn|last|answerLevel|band|recommended|relation|windowOf|sureness|choice|edits|dropped|note|emailSummary|floor)$/;

/** Keys of names, wherever they stand; and lists of names. */
const NAME =
  /^(?:name|role|region|title|fullTitle|label|from|to|step|basis|nation|have|need|travel|avoid|page|pages|titles|payLess|moreExposed)$/;

/** What is under these was written for the content, with figures of its own. */
const CONTENT = /^(?:entry|route|employing|steps|timeline|learning|scales|tools)$/;

/** Shorter ones are ordinary words rather than names. */
const SHORTEST = 4;

/** Pure: equal snapshots give equal lists, the longest first. */
export function filledWords(snapshot: BlueprintSnapshot): FilledWords {
  const names = new Set<string>();
  const texts = new Map<string, boolean>();
  const walk = (value: unknown, key: string, exact: boolean): void => {
    if (typeof value === 'string') {
      const text = value.replaceAll('**', '').replace(/\.$/, '');
      if (text.length < SHORTEST || !/\p{L}/u.test(text)) return;
      if (NAME.test(key)) names.add(text);
      else texts.set(text, exact || (texts.get(text) ?? false));
    } else if (Array.isArray(value)) for (const one of value) walk(one, key, exact);
    else if (typeof value === 'object' && value !== null)
      for (const [inner, one] of Object.entries(value))
        if (!NO_WORDS.test(inner)) walk(one, inner, exact || CONTENT.test(inner));
  };
  walk(snapshot, '', false);
  return {
    names: longestFirst([...names], (name) => name),
    texts: longestFirst(
      [...texts].filter(([text]) => !names.has(text)).map(([text, exact]) => ({ text, exact })),
      ({ text }) => text,
    ),
  };
}

const longestFirst = <One>(all: One[], words: (one: One) => string): One[] =>
  all.sort((a, b) => words(b).length - words(a).length || (words(a) < words(b) ? -1 : 1));
