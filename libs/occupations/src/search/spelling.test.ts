import { Spelling } from './spelling.js';
import { doersOf, rejoined } from './word-forms.js';

const spelling = new Spelling();
for (const word of [
  'nurse',
  'chef',
  'secretary',
  'electrician',
  'psychologist',
  'people',
  'asda',
  'waiter',
  'night',
])
  spelling.learn(word);

describe('misspelt words', () => {
  it.each([
    ['nusre', 'nurse'],
    ['nyrse', 'nurse'],
    ['cheff', 'chef'],
    ['secratary', 'secretary'],
    ['electrition', 'electrician'],
    ['sychologist', 'psychologist'],
    ['phycologist', 'psychologist'],
    ['wiater', 'waiter'],
  ])('reads “%s” as “%s”', (typed, meant) => expect(spelling.readings(typed)[0]).toBe(meant));

  it.each(['asdf', 'purple', 'zzzz', 'hahaha', '123456', 'cat'])(
    'does not read “%s” as a word at all',
    (typed) => expect(spelling.readings(typed)).toEqual([]),
  );
});

describe('forms of a word', () => {
  const known = (word: string): boolean =>
    ['driver', 'plumber', 'carpenter', 'physiotherapist', 'nurse', 'bricklayer', 'care', 'worker'].includes(
      word,
    );

  it.each([
    ['drive', 'driver'],
    ['plumbing', 'plumber'],
    ['carpentry', 'carpenter'],
    ['physiotherapy', 'physiotherapist'],
    ['nursing', 'nurse'],
  ])('of “%s” is “%s” who does it', (word, doer) => expect(doersOf(word, known)).toContain(doer));

  it('join two words that titles write as one, and part one that they write as two', () => {
    expect(rejoined(['brick', 'layer'], known)).toEqual([['bricklayer']]);
    expect(rejoined(['careworker'], known)).toEqual([['care', 'worker']]);
  });
});
