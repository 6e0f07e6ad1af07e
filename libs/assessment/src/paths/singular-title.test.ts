import { singularTitle } from './singular-title.js';

describe('a title in the singular', () => {
  it.each([
    ['Welders, cutters and solderers', 'Welder, cutter or solderer'],
    [
      'Heating, air conditioning and refrigeration engineers',
      'Heating, air conditioning and refrigeration engineer',
    ],
    ['Secretaries', 'Secretary'],
    ['University lecturers in nursing', 'University lecturer in nursing'],
    ['Bus driver', 'Bus driver'],
    ['Industrial machinery mechanics', 'Industrial machinery mechanic'],
  ])('%s: %s', (title, singular) => expect(singularTitle(title)).toBe(singular));
});
