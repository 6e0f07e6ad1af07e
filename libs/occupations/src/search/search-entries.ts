import type { Unlinked } from '../build/data-occupation.js';
import type { EditedFile } from '../content/load-content.js';
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
export function searchEntries(
  dataset: Dataset,
  all: readonly Unlinked[],
  edited: ReadonlyMap<string, EditedFile>,
): SearchEntry[] {
  const everyday = loadEverydayTitles(currentSlugs(all, edited));
  return all.map((occupation) => {
    const record = dataset.occupations.get(occupation.code);
    const content = edited.get(occupation.slug)?.content;
    // An edited page that took over the data page of its code goes by all its names.
    const whole =
      content === undefined ||
      (record !== undefined && (record.slug === occupation.slug || content.aliases.includes(record.slug)));
    const american = whole ? (dataset.titles.get(occupation.code) ?? []).slice(0, MOST_TITLES) : [];
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

/** A page that was edited later takes over the everyday names of the slug it replaces. */
function currentSlugs(
  all: readonly Unlinked[],
  edited: ReadonlyMap<string, EditedFile>,
): (slug: string) => string | undefined {
  const slugs = new Map(
    [...edited.values()].flatMap(({ slug, content }) => content.aliases.map((alias) => [alias, slug])),
  );
  for (const { slug } of all) slugs.set(slug, slug);
  return (slug) => slugs.get(slug);
}

/** "CEO (Chief Executive Officer)" as "CEO Chief Executive Officer" would only be found by both: the part before the bracket is the name. */
const withoutBrackets = (title: string): string => title.replace(/\s*\([^)]*\)/g, '').trim() || title;
