import type { Unlinked } from '../build/data-occupation.js';
import type { EditedFile } from '../content/load-content.js';
import type { Dataset } from '../dataset/types.js';
import type { SearchEntry } from './title-search.js';

/** Alternate titles kept of the American list; the catalogue holds the most reported first. */
const MOST_TITLES = 60;
/** Of two that fit as well, the edited report is the better answer. */
const EDITED_BOOST = 1.6;
/** Weight of a unit group's link from which its British titles count as names of the occupation. */
const MAIN_LINK = 0.4;

/**
 * What search knows of each occupation. British titles belong to the unit group, which can hold many occupations, so they only help
 * an occupation whose link is good.
 */
export function searchEntries(dataset: Dataset, all: readonly Unlinked[], edited: ReadonlyMap<string, EditedFile>): SearchEntry[] {
  return all.map((occupation) => {
    const file = edited.get(occupation.slug);
    const american = (dataset.titles.get(occupation.code) ?? []).slice(0, MOST_TITLES);
    const british =
      occupation.ukConfidence === 'good'
        ? occupation.ukCodes.filter(({ weight }) => weight >= MAIN_LINK).flatMap(({ code }) => dataset.britishTitles.get(code) ?? [])
        : [];
    return {
      slug: occupation.slug,
      title: occupation.title,
      otherTitles: file ? file.content.titles : [...american, ...british],
      boost: file ? EDITED_BOOST : 1,
    };
  });
}
