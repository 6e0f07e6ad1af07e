import type { OtherWordsEntry } from './between-jobs-entry.js';
import type { QuestionEntry } from './question-entry.js';

/**
 * The entry as somebody between jobs reads it: its own words, and where it has other ones for them, those.
 * @throws Error naming an answer or a field that the entry does not have
 */
export function betweenJobsWords(entry: QuestionEntry): QuestionEntry {
  const { asked: _asked, first: _first, choices = [], fields = [], ...words } = entry.betweenJobs ?? {};
  return {
    ...entry,
    ...given(words),
    ...(entry.choices && { choices: withWords(entry.choices, choices, entry.id) }),
    ...(entry.fields && { fields: withWords(entry.fields, fields, entry.id) }),
  };
}

function withWords<
  Part extends { readonly id: string; choices?: { readonly id: string; readonly words: string }[] },
>(parts: readonly Part[], others: readonly OtherWordsEntry[], where: string): Part[] {
  const unknown = others.find(({ id }) => !parts.some((part) => part.id === id));
  if (unknown) throw new Error(`Question ${where}: "betweenJobs" names ${unknown.id}, which is not there.`);
  return parts.map((part) => {
    const { choices = [], ...words } = others.find(({ id }) => id === part.id) ?? {};
    const own = part.choices && { choices: withWords(part.choices, choices, `${where}.${part.id}`) };
    return { ...part, ...given(words), ...own };
  });
}

/** Without what was left out: an entry holds every name it may have. */
const given = (words: object): object =>
  Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
