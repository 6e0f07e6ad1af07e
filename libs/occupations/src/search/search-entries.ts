import type { AllOccupations } from '../build/all-occupations.js';
import type { Dataset } from '../dataset/types.js';
import { EmployerNames } from './employer-names.js';
import { loadEverydayTitles } from './everyday-titles.js';
import { JobSearch } from './job-search.js';
import { loadNamesByGroup } from './names-by-group.js';
import { loadOutsideWork } from './outside-work.js';
import { loadOwnWords } from './own-words.js';
import { tellingWords, wordsOf } from './normalise.js';
import type { SearchEntry } from './search-entry.js';
import { TitleSearch } from './title-search.js';
import { loadWorkplaces } from './workplaces.js';

/** Of two that fit as well, the edited report is the better answer. */
const EDITED_BOOST = 1.6;

/** Common jobs are what people mean: a tenfold of UK jobs is worth this much. */
const COMMON = 0.15;

/** The search over all occupations. @throws ContentError when a file of its words is damaged */
export function jobSearch(dataset: Dataset, occupations: AllOccupations): JobSearch {
  const { all, pageOf } = occupations;
  const titleOf = new Map(all.map(({ slug, title }) => [slug, title]));
  return new JobSearch({
    titles: new TitleSearch(searchEntries(dataset, occupations), loadOwnWords()),
    workplaces: loadWorkplaces(pageOfGroup(pageOf)),
    outside: loadOutsideWork(),
    employers: new EmployerNames(dataset.employers.map(({ name }) => name)),
    titleOf: (slug) => titleOf.get(slug) ?? slug,
  });
}

/** The page of a group, or of its unit group where it has none of its own. */
const pageOfGroup =
  (pageOf: ReadonlyMap<string, string>) =>
  (code: string): string | undefined =>
    pageOf.get(code) ?? pageOf.get(code.slice(0, 4));

/**
 * What search knows of each occupation. Titles with brackets are also known without them.
 * @throws ContentError when a file of everyday names is damaged
 */
export function searchEntries(
  dataset: Dataset,
  { all, edited, redirects, pageOf }: AllOccupations,
): SearchEntry[] {
  const slugs = new Set(all.map(({ slug }) => slug));
  // A page that was edited or renamed later takes over the everyday names of the slug it replaces.
  const everyday = loadEverydayTitles((slug) => (slugs.has(slug) ? slug : redirects.get(slug)));
  const byGroup = loadNamesByGroup(pageOfGroup(pageOf));
  const reportsOf = reportsByName(edited);
  const codesOf = new Map<string, string[]>();
  for (const [code, slug] of pageOf) codesOf.set(slug, [...(codesOf.get(slug) ?? []), code]);
  return all.map((occupation) => {
    const { slug } = occupation;
    const content = edited.get(slug)?.content;
    const codes = codesOf.get(slug) ?? [];
    const isTheirs = (name: string): boolean => reportsOf.get(nameKey(name))?.has(slug) ?? true;
    const titlesOf = (wanted: (code: string) => boolean): string[] =>
      codes
        .filter(wanted)
        .flatMap((code) => dataset.britishTitles.get(code) ?? [])
        .map(withoutBrackets)
        .filter(isTheirs);
    const jobs = codes.length > 0 ? (dataset.occupations.get(occupation.code)?.ukJobs ?? 0) : 0;
    return {
      slug,
      title: occupation.title,
      chosenTitles: [
        ...(content?.titles ?? []),
        ...[...(everyday.get(slug) ?? []), ...(byGroup.get(slug) ?? [])].filter(isTheirs),
      ],
      otherTitles: titlesOf((code) => code.length > 4),
      groupTitles: titlesOf((code) => code.length === 4),
      boost: (content ? EDITED_BOOST : 1) * (1 + COMMON * Math.log10(1 + jobs)),
    };
  });
}

/** Names that mean the same to the search. */
const nameKey = (name: string): string => tellingWords(wordsOf(name)).join(' ');

/** The edited reports that call themselves by a name: a list that gives it to a whole group means them. */
function reportsByName(edited: AllOccupations['edited']): ReadonlyMap<string, ReadonlySet<string>> {
  const reports = new Map<string, Set<string>>();
  for (const [slug, { content }] of edited)
    for (const name of [content.title, ...(content.titles ?? [])])
      reports.set(nameKey(name), (reports.get(nameKey(name)) ?? new Set()).add(slug));
  return reports;
}

/** "CEO (Chief Executive Officer)" as "CEO Chief Executive Officer" would only be found by both: the part before the bracket is the name. */
const withoutBrackets = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim() || title;
