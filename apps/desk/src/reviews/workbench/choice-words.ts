import type { BlueprintSnapshot, SnapshotChoice } from '@app/blueprint';
import { inSentence, listWords } from '@app/kernel';
import { NOTE_LONGEST } from '@app/review';

/** A choice of paths as it is told: what came in, what went, and the advice if that changed. */
export interface ChoiceWords {
  /** What the ranking gives and what was chosen, by place: "Page 9: A, in place of B". */
  readonly places: readonly string[];
  /** Limits that are broken, with the path. */
  readonly limits: readonly string[];
  readonly reason: string;
  readonly inSpite: string;
}

const ADVICE = { path: 'take the first path', stay: 'stay and reshape' } as const;

/** What was chosen in place of the ranking; null when nothing was. */
export function choiceWords({ choice, paths }: BlueprintSnapshot): ChoiceWords | null {
  if (!choice) return null;
  const title = titles(choice, paths);
  const { recommended, instead } = choice;
  return {
    places: [
      ...(recommended === instead.recommended
        ? []
        : [`Advice: ${ADVICE[recommended]}, in place of: ${ADVICE[instead.recommended]}`]),
      ...choice.paths.flatMap((slug, index) => {
        const before = instead.paths[index];
        if (before === slug) return [];
        const in_place = before === undefined ? '' : `, in place of ${inSentence(title(before))}`;
        return [`Page ${9 + index}: ${title(slug)}${in_place}`];
      }),
    ],
    limits: choice.limits.flatMap(({ slug, words }) => words.map((word) => `${title(slug)}: ${word}`)),
    reason: choice.reason,
    inSpite: choice.inSpite ?? '',
  };
}

const titles =
  ({ instead }: SnapshotChoice, paths: BlueprintSnapshot['paths']) =>
  (slug: string): string =>
    paths.find((path) => path.slug === slug)?.title ?? instead.titles[slug] ?? slug;

/**
 * What the note may begin with while one is owed: what an earlier one said, and the choice in the first person with its reason, so far as there
 * is room for both.
 */
export function offeredNote(snapshot: BlueprintSnapshot): string {
  const before = snapshot.note?.text ?? '';
  const { choice, paths } = snapshot;
  if (!choice) return before;
  const title = titles(choice, paths);
  const came = choice.paths.filter((slug) => !choice.instead.paths.includes(slug));
  const went = choice.instead.paths.filter((slug) => !choice.paths.includes(slug));
  const what =
    came.length > 0
      ? `I chose ${listWords(came.map((slug) => inSentence(title(slug))))}${went.length > 0 ? ` in place of ${listWords(went.map((slug) => inSentence(title(slug))))}` : ''}.`
      : choice.recommended === choice.instead.recommended
        ? 'I put your paths in another order.'
        : `I would first ${ADVICE[choice.recommended]}.`;
  const said = `${what} ${choice.reason}`;
  if (before.includes(said)) return before;
  const both = [before, said].filter(Boolean).join('\n');
  return both.length <= NOTE_LONGEST ? both : said.slice(0, NOTE_LONGEST);
}
