import type { BlueprintSnapshot } from '@app/blueprint';
import type { RecentDraft } from './check-facts.js';
import { check, type Check, type Fault, green, red } from './finding.js';

/** Words in a row that are compared. Shorter ones are common English. */
const ROW = 5;
/** Fewer rows than this say nothing of where a text is from. */
const LEAST_ROWS = 12;
/** Share of the rows of the shorter text that the other has too. */
const ALIKE = 0.9;

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

interface Rows {
  readonly draft: RecentDraft;
  readonly rows: ReadonlySet<string>;
}

/** Sentences of somebody else's draft, which is about other work, have no place in this one. */
export const duplicates: Check = check(
  'duplicates',
  'Not the text of another draft',
  ({ snapshot, recent }) => {
    const about = aboutPages(snapshot);
    const faults = Object.entries(ownSentences(snapshot)).flatMap(([number, text]) => {
      const page = Number(number);
      const others = recent.map((draft): Rows => ({ draft, rows: rowsOf(draft.pages[page] ?? '') }));
      const own = { about: about[page] ?? '', rows: rowsOf(text) };
      const works = worksByRow(page, others);
      return others
        .filter(({ draft }) => !mayAgree(own.about, draft.about[page] ?? ''))
        .flatMap((other) => copied(page, own, other, works));
    });
    return faults.length > 0
      ? red(faults, 'Compare the two drafts. Return this one if it says what is true of the other person.')
      : green(`No page reads like one of the last ${recent.length} drafts about other work.`);
  },
);

const workOf = (about = ''): string => about.split('|')[0] ?? '';

/** Pages about the same occupation and advice agree, and so do pages that lead to the same work from another occupation. */
const mayAgree = (about: string, other: string): boolean => {
  const [target, otherTarget] = [about, other].map((one) => one.split('|')[1]);
  return about === other || (target !== 'stay' && target === otherTarget);
};

/** By row, the occupations in whose drafts it stands: looked up for each row of each pair of drafts. */
function worksByRow(page: number, others: readonly Rows[]): ReadonlyMap<string, ReadonlySet<string>> {
  const works = new Map<string, Set<string>>();
  for (const { draft, rows } of others) {
    const work = workOf(draft.about[page]);
    for (const row of rows) {
      const known = works.get(row);
      if (known) known.add(work);
      else works.set(row, new Set([work]));
    }
  }
  return works;
}

function copied(
  page: number,
  own: { readonly about: string; readonly rows: ReadonlySet<string> },
  { draft, rows }: Rows,
  works: ReturnType<typeof worksByRow>,
): Fault[] {
  const those = new Set([workOf(own.about), workOf(draft.about[page])]);
  // What drafts about two more occupations say too is of our library, and nobody's.
  const particular = (row: string): boolean => {
    const all = works.get(row);
    let elsewhere = all?.size ?? 0;
    for (const work of those) if (all?.has(work)) elsewhere -= 1;
    return elsewhere < 2;
  };
  const [ours, theirs] = [own.rows, rows].map((all) => new Set([...all].filter(particular)));
  const fewest = Math.min(ours?.size ?? 0, theirs?.size ?? 0);
  if (fewest < LEAST_ROWS) return [];
  const shared = [...(ours ?? [])].filter((row) => theirs?.has(row)).length / fewest;
  return shared >= ALIKE
    ? [
        {
          page,
          words: `${Math.round(shared * 100)} % of its sentences stand in ${draft.reference}, which is about other work`,
        },
      ]
    : [];
}

function rowsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(ROW - 1).map((_word, at) => words.slice(at, at + ROW).join(' ')));
}
