import type { BlueprintSnapshot } from '@app/blueprint';
import type { RecentDraft } from './check-facts.js';
import { check, type Check, type Fault, green, red } from './finding.js';

/** Words in a row that are compared. Shorter ones are common English. */
const ROW = 5;
/** Fewer rows than this say nothing of where a text is from. */
const LEAST_ROWS = 12;
/** Share of the rows of the shorter text that the other has too. */
const ALIKE = 0.85;

/** The sentences that a draft has of its own, by page; headlines and notes of the templates are everybody's. */
export const ownSentences = ({ reasons, paths, plan }: BlueprintSnapshot): Record<number, string> => ({
  2: reasons.join(' '),
  ...Object.fromEntries(paths.map(({ why }, index) => [9 + index, why.join(' ')])),
  14: [
    ...new Set(plan.weeks.flatMap(({ actions }) => actions.map(({ text, detail }) => detail ?? text))),
    plan.plans.a,
    plan.plans.b,
  ].join(' '),
});

/** What each of those pages is about: pages of two drafts about the same may say the same. */
export const aboutPages = ({ occupation, paths, recommended }: BlueprintSnapshot): Record<number, string> => {
  const work = occupation.slug || occupation.title;
  const advice = `${work}|${recommended === 'stay' ? 'stay' : (paths[0]?.slug ?? '')}`;
  return {
    2: advice,
    ...Object.fromEntries(paths.map(({ slug }, index) => [9 + index, `${work}|${slug}`])),
    14: advice,
  };
};

/** What a draft is about as a whole. */
export const aboutOf = ({ occupation, paths, recommended }: BlueprintSnapshot): string =>
  [occupation.slug || occupation.title, recommended, ...paths.map(({ slug }) => slug)].join('|');

/** Sentences of somebody else's draft, which is about other work, have no place in this one. */
export const duplicates: Check = check(
  'duplicates',
  'Not the text of another draft',
  ({ snapshot, recent }) => {
    const about = aboutPages(snapshot);
    const pages = Object.entries(ownSentences(snapshot)).map(([page, text]) => ({
      page: Number(page),
      rows: rowsOf(text),
    }));
    const faults = recent.flatMap((draft) =>
      pages
        .filter(({ page }) => draft.about[page] !== about[page])
        .flatMap(({ page, rows }) => copied(page, rows, draft)),
    );
    return faults.length > 0
      ? red(faults, 'Compare the two drafts. Return this one if it says what is true of the other person.')
      : green(`No page reads like one of the last ${recent.length} drafts about other work.`);
  },
);

function copied(page: number, rows: ReadonlySet<string>, { reference, pages }: RecentDraft): Fault[] {
  const others = rowsOf(pages[page] ?? '');
  const fewest = Math.min(rows.size, others.size);
  if (fewest < LEAST_ROWS) return [];
  const shared = [...rows].filter((row) => others.has(row)).length / fewest;
  return shared >= ALIKE
    ? [
        {
          page,
          words: `${Math.round(shared * 100)} % of its sentences stand in ${reference}, which is about other work`,
        },
      ]
    : [];
}

function rowsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(ROW - 1).map((_word, at) => words.slice(at, at + ROW).join(' ')));
}
