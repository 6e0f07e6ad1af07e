import { type AllOccupations, slugsOf } from '../build/all-occupations.js';
import type { Dataset } from '../dataset/types.js';
import { loadEverydayTitles } from './everyday-titles.js';
import type { SearchEntry } from './search-entry.js';

/** Alternate titles kept of the American list, the most reported first. */
const MOST_TITLES = 40;
/** Of two that fit as well, the edited report is the better answer. */
const EDITED_BOOST = 1.6;
/** Weight of a unit group's link from which its British titles count as names of the occupation. */
const MAIN_LINK = 0.4;

/** Common jobs are what people mean: a tenfold of UK jobs is worth this much. */
const COMMON = 0.15;

/**
 * What search knows of each occupation. Titles with brackets are also known without them.
 * @throws ContentError when the file of everyday names is damaged
 */
export function searchEntries(dataset: Dataset, { all, edited, redirects }: AllOccupations): SearchEntry[] {
  const slugs = new Set(all.map(({ slug }) => slug));
  // A page that was edited or renamed later takes over the everyday names of the slug it replaces.
  const everyday = loadEverydayTitles((slug) => (slugs.has(slug) ? slug : redirects.get(slug)));
  return all.map((occupation) => {
    const record = dataset.occupations.get(occupation.code);
    const content = edited.get(occupation.slug)?.content;
    // An edited page that took over the data page of its code goes by all its names.
    const whole =
      content === undefined ||
      (record !== undefined &&
        slugsOf(record).some((slug) => slug === occupation.slug || content.aliases.includes(slug)));
    const american = whole
      ? [
          ...(record ? [record.sourceTitle] : []),
          ...(dataset.titles.get(occupation.code) ?? []).slice(0, MOST_TITLES),
        ]
      : [];
    const groups =
      occupation.ukConfidence === 'good' && whole
        ? occupation.ukCodes.filter(({ weight }) => weight >= MAIN_LINK)
        : [];
    return {
      slug: occupation.slug,
      title: occupation.title,
      chosenTitles: [...(content?.titles ?? []), ...(everyday.get(occupation.slug) ?? [])],
      otherTitles: american.map(withoutBrackets),
      groupTitles: groups.flatMap(({ code }) => dataset.britishTitles.get(code) ?? []),
      boost: (content ? EDITED_BOOST : 1) * (1 + COMMON * Math.log10(1 + (record?.ukJobs ?? 0))),
    };
  });
}

/** "CEO (Chief Executive Officer)" as "CEO Chief Executive Officer" would only be found by both: the part before the bracket is the name. */
const withoutBrackets = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim() || title;
