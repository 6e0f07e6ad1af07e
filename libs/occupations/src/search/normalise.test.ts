import { wordsOf } from './normalise.js';

describe('words for search', () => {
  it.each([
    ['Paediatricians', 'Pediatrician'],
    ['Call centre organisers', 'call CENTER organizer'],
    ['Programme analyst', 'program analysts'],
    ['ML engineer', 'machine learning engineers'],
    ['Orthopaedic surgeon', 'orthopedic surgeons'],
    ['Café manager', 'cafe managers'],
  ])('“%s” and “%s” are the same', (a, b) => expect(wordsOf(a)).toEqual(wordsOf(b)));

  it('does not trip over words that objects have', () => {
    expect(wordsOf('constructor toString __proto__')).toEqual(['constructor', 'tostring', 'proto']);
  });

  it('keeps C++ and C#', () => expect(wordsOf('C++ and C#')).toEqual(['c++', 'and', 'c#']));
});
