import { publicName } from '../public-names.js';
import type { TitleMatch } from '../sources/title-match.js';

/** What an occupation's own title counts, against 1 for each of its alternate titles. */
const OWN_TITLE = 3;

/** A title reduced to what two countries would agree on: British spelling, no brackets, no plural, no punctuation. */
export function titleKey(title: string): string {
  return publicName(title.replace(/\(.*?\)/g, ' '))
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .map((word) =>
      word.length > 3 && word.endsWith('ies')
        ? `${word.slice(0, -3)}y`
        : word.length > 3 && /[^s]s$/.test(word)
          ? word.slice(0, -1)
          : word,
    )
    .join(' ');
}

/** "Cooks, restaurant" is also "restaurant cooks". */
const turned = (title: string): string => {
  const [head, tail, ...more] = title.split(', ');
  return head !== undefined && tail !== undefined && more.length === 0 ? `${tail} ${head}` : title;
};

/** British index titles by their key, with the unit groups they lead to. */
export function titleIndex(
  british: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, ReadonlySet<string>> {
  const index = new Map<string, Set<string>>();
  for (const [unitGroup, titles] of british) {
    for (const title of titles) {
      const key = titleKey(title);
      const own = index.get(key) ?? new Set<string>();
      own.add(unitGroup);
      index.set(key, own);
    }
  }
  return index;
}

/**
 * Titles an occupation shares with the ONS coding index, joined with the published title match: for each unit group the larger of
 * the two. A British title that leads to several unit groups counts a part for each. The published file knows no plurals and no American
 * spellings, so this finds what it misses.
 */
export function titleMatches(
  title: string,
  alternates: readonly string[],
  index: ReadonlyMap<string, ReadonlySet<string>>,
  published: readonly TitleMatch[],
): TitleMatch[] {
  const found = new Map(published.map(({ unitGroup, titles }) => [unitGroup, titles]));
  const keys = new Map<string, number>();
  for (const alternate of alternates) keys.set(titleKey(alternate), 1);
  for (const own of [title, turned(title)]) keys.set(titleKey(own), OWN_TITLE);
  const ours = new Map<string, number>();
  for (const [key, count] of keys) {
    const unitGroups = index.get(key) ?? new Set<string>();
    for (const unitGroup of unitGroups)
      ours.set(unitGroup, (ours.get(unitGroup) ?? 0) + count / unitGroups.size);
  }
  for (const [unitGroup, titles] of ours) found.set(unitGroup, Math.max(titles, found.get(unitGroup) ?? 0));
  return [...found]
    .map(([unitGroup, titles]) => ({ unitGroup, titles }))
    .sort((a, b) => b.titles - a.titles || Number(a.unitGroup) - Number(b.unitGroup));
}
