import { setImmediate } from 'node:timers/promises';
import type { SearchEntry } from './search-entry.js';
import { TitleSearch } from './title-search.js';

const entry = (slug: string, titles: Partial<SearchEntry> = {}): SearchEntry => ({
  slug,
  title: slug.replaceAll('-', ' '),
  chosenTitles: [],
  otherTitles: [],
  groupTitles: [],
  boost: 1,
  ...titles,
});
const slugs = (search: TitleSearch, query: string): string[] => search.search(query).map(({ slug }) => slug);

describe('searching titles', () => {
  it('puts a name that editors chose before the same name from a list, however common that job', () => {
    const search = new TitleSearch([
      entry('software-developer', { otherTitles: ['DevOps engineer'], boost: 1.7 }),
      entry('platform-engineer', { chosenTitles: ['DevOps engineer'] }),
    ]);
    expect(slugs(search, 'devops')).toEqual(['platform-engineer', 'software-developer']);
  });

  it('puts names of the work before names of its group', () => {
    const search = new TitleSearch([
      entry('usher', { groupTitles: ['Porter'] }),
      entry('bellhop', { otherTitles: ['Porter'] }),
    ]);
    expect(slugs(search, 'porter')).toEqual(['bellhop', 'usher']);
  });

  it.each(['plumer', 'plubmer', 'plumbr', 'plumb', 'PLUMBERS'])('finds the plumber by “%s”', (query) =>
    expect(slugs(new TitleSearch([entry('plumber'), entry('drummer')]), query)).toEqual(['plumber']),
  );

  it('does not doubt a word that is a title', () => {
    expect(slugs(new TitleSearch([entry('baker'), entry('barber'), entry('banker')]), 'baker')).toEqual([
      'baker',
    ]);
  });

  it('prefers a title with two of three words to a common job with one', () => {
    const search = new TitleSearch([
      entry('rigger', { groupTitles: ['Window cleaner'] }),
      entry('cleaner', { boost: 3 }),
    ]);
    expect(slugs(search, 'zeppelin window cleaner')).toEqual(['rigger', 'cleaner']);
  });

  it('finds nothing for nothing', () => {
    expect(slugs(new TitleSearch([]), 'nurse')).toEqual([]);
    expect(slugs(new TitleSearch([entry('nurse')]), ' ')).toEqual([]);
  });
});

describe('warming the search', () => {
  const many = Array.from({ length: 500 }, (_, place) =>
    entry(`job-${place}`, { otherTitles: [`Name ${place}`] }),
  );

  it('lets other work go on', async () => {
    const search = new TitleSearch(many);
    const warm = { done: false };
    const warming = search.warm().then(() => (warm.done = true));
    let turns = 0;
    while (!warm.done) {
      turns += 1;
      await setImmediate();
    }
    await warming;
    expect(turns).toBeGreaterThan(10);
    expect(slugs(search, 'name 499')[0]).toBe('job-499');
  });

  it('answers in full when asked halfway', async () => {
    const search = new TitleSearch(many);
    const warming = search.warm();
    expect(slugs(search, 'name 499')[0]).toBe('job-499');
    await warming;
    expect(search.search('name 499', 1000).filter(({ slug }) => slug === 'job-499')).toHaveLength(1);
  });
});
