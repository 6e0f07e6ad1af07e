import { examplePeople } from './examples.builder.js';
import { type Fixtures, loadFixtures, snapshotOf } from './people.builder.js';
import { pageSentences } from './twins/page-sentences.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

/** Fewer words are a phrase that anybody may use twice. */
const A_SENTENCE = 8;
const PATHS = [9, 10, 11];

describe('a blueprint', () => {
  it('says nothing on two pages in the same words: the paths alone are told alike', () => {
    for (const person of examplePeople()) {
      const snapshot = snapshotOf(fixtures, person);
      const pages = new Map<string, number[]>();
      for (let page = 1; page <= 15; page += 1)
        for (const sentence of new Set(pageSentences(snapshot, fixtures.assets, page)))
          if (sentence.split(/\s+/).length >= A_SENTENCE)
            pages.set(sentence, [...(pages.get(sentence) ?? []), page]);
      const twice = [...pages].filter(([, on]) => on.length > 1 && !on.every((page) => PATHS.includes(page)));
      expect([person.id, twice]).toEqual([person.id, []]);
    }
  });
});
