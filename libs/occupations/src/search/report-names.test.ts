import { projectPath } from '@app/config';
import { Catalogue } from '../catalogue.js';
import { loadContent } from '../content/load-content.js';
import { wordsOf } from './normalise.js';

const singular = (word: string): string => word.replace(/s$/, '');
const wordsIn = (words: string): string[] => wordsOf(words).map(singular);

describe('the names that a report says its work goes by', () => {
  const catalogue = Catalogue.load();
  const reports = loadContent(projectPath('libs/occupations/content')).edited.map(({ slug, content }) => ({
    slug,
    names: [content.title, ...(content.titles ?? [])],
  }));
  const claimedBy = (name: string): string[] =>
    reports.filter(({ names }) => names.some((one) => one === name)).map(({ slug }) => slug);

  it('find it first, unless another page is called so or claims the name too', () => {
    const missed = reports.flatMap(({ slug, names }) =>
      names.flatMap((name) => {
        const [first] = catalogue.search(name, 1);
        const title = wordsIn(first?.title ?? '');
        const isCalledSo = wordsIn(name).every((word) => title.includes(word));
        return first?.slug === slug || isCalledSo || claimedBy(name).includes(first?.slug ?? '')
          ? []
          : [`“${name}” of ${slug} finds ${first?.slug ?? 'nothing'}`];
      }),
    );
    expect(missed).toEqual([]);
  });

  it('lead whoever was in accounts payable to the work of the purchase ledger', () => {
    for (const words of ['accounts payable', 'Accounts payable clerk', 'purchase ledger clerk'])
      expect(catalogue.search(words, 1)[0]?.slug).toBe('purchase-ledger-clerk');
  });
});
