import { AMARA, loadFixtures, snapshotOf } from '../people.builder.js';
import { filledWords } from './filled-words.js';
import { pageSentences } from './page-sentences.js';
import { sentenceParts } from './sentence-parts.js';

const FILLED = {
  names: ['mortgage adviser', 'Wales'],
  texts: [
    { text: 'Ask a mortgage adviser for one case of 2 hours', exact: true },
    { text: 'you gave it 12 hours', exact: false },
  ],
};
const wordings = (sentence: string): string[] =>
  sentenceParts(sentence, FILLED).units.map(({ wording }) => wording);

describe('the parts of a sentence', () => {
  it('are its frame, the phrases it is filled with, and names in either', () => {
    expect(wordings('In Wales, step 3: ask a mortgage adviser for one case of 2 hours.')).toEqual([
      'In ◻, step 0 ◻.',
      'Wales',
      'ask a ◻ for one case of 2 hours',
      'mortgage adviser',
    ]);
  });

  it('keep the figures of the content, which nothing works out again, and no others', () => {
    expect(wordings('On 4 May you gave it 12 hours.')).toEqual(['On 0 May ◻.', 'you gave it 0 hours']);
  });

  it('do not find a name inside another word', () => {
    expect(wordings('Walesby and Mortgage advisers')).toEqual(['Walesby and Mortgage advisers']);
  });

  it('say together what the page says, on every page of a draft', async () => {
    const fixtures = await loadFixtures();
    const snapshot = snapshotOf(fixtures, AMARA);
    const filled = filledWords(snapshot);
    for (let page = 1; page <= 15; page += 1)
      for (const sentence of pageSentences(snapshot, fixtures.assets, page)) {
        const { parts } = sentenceParts(sentence, filled);
        expect(parts.map(({ text }) => text).join('')).toBe(sentence);
      }
  });

  it('have the name and every path of a draft as names', async () => {
    const fixtures = await loadFixtures();
    const snapshot = snapshotOf(fixtures, AMARA);
    const { names } = filledWords(snapshot);
    expect(names).toEqual(
      expect.arrayContaining([snapshot.person.name, ...snapshot.paths.map(({ title }) => title)]),
    );
    expect(names).not.toContain(snapshot.versions.template);
  });
});
