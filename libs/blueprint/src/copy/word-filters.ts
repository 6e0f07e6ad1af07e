import type { Liquid } from 'liquidjs';
import { countWords, inSentence, listWords as listed, withArticle } from '@app/kernel';

export { inSentence, listed, withArticle };

/** "£38,400". Whole pounds. */
export const pounds = (value: number): string => `£${Math.round(value).toLocaleString('en-GB')}`;

/** Up to one decimal, none when whole: 4 → "4", 2.5 → "2.5". */
export const hours = (value: number): string => String(Math.round(value * 10) / 10);

/** With a capital letter to begin with. */
export const initial = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A region after "in": "the North East", "Yorkshire and the Humber", "Wales". */
export const regionInSentence = (name: string): string =>
  /^(North|South|East|West)\b/.test(name) ? `the ${name}` : name.replace(' The ', ' the ');

/** Filters that the copy may use. */
export function wordFilters(liquid: Liquid): Liquid {
  liquid.registerFilter('an', (title: unknown) => withArticle(String(title)));
  liquid.registerFilter('lower', (title: unknown) => inSentence(String(title)));
  liquid.registerFilter('listed', (items: unknown) =>
    Array.isArray(items) ? listed(items.map(String)) : String(items),
  );
  liquid.registerFilter('number', (value: unknown) => countWords(Number(value)));
  liquid.registerFilter('pounds', (value: unknown) => pounds(Number(value)));
  liquid.registerFilter('hours', (value: unknown) => hours(Number(value)));
  liquid.registerFilter('percent', (value: unknown) => `${Math.round(Number(value) * 100)}%`);
  liquid.registerFilter('initial', (text: unknown) => initial(String(text)));
  return liquid;
}
