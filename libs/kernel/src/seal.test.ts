import fc from 'fast-check';
import { seal, unseal } from './seal.js';

const SECRET = 'a-secret-of-at-least-thirty-two-characters';

describe('seal', () => {
  it('gives back any text, under the same secret and purpose only', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(SECRET, 'a', text);
        expect(unseal(SECRET, 'a', sealed)).toBe(text);
        expect(() => unseal(SECRET, 'b', sealed)).toThrow('could not be opened');
        expect(() => unseal(`${SECRET}!`, 'a', sealed)).toThrow('could not be opened');
      }),
    );
  });

  it('never gives the same sealed text twice', () => {
    expect(seal(SECRET, 'a', 'text')).not.toBe(seal(SECRET, 'a', 'text'));
  });

  it('refuses a text of which any character was altered', () => {
    const sealed = seal(SECRET, 'a', 'text');
    for (let at = 0; at < sealed.length - 1; at += 1) {
      const altered = sealed.slice(0, at) + (sealed[at] === 'A' ? 'B' : 'A') + sealed.slice(at + 1);
      expect(() => unseal(SECRET, 'a', altered)).toThrow('could not be opened');
    }
    expect(() => unseal(SECRET, 'a', '')).toThrow('could not be opened');
  });
});
