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

  it('is opened by whichever of several secrets it was sealed with, and by no other', () => {
    const sealed = seal(SECRET, 'a', 'text');
    expect(unseal([`${SECRET}!`, SECRET], 'a', sealed)).toBe('text');
    expect(() => unseal([`${SECRET}!`, `${SECRET}?`], 'a', sealed)).toThrow('could not be opened');
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
    expect(() => unseal(SECRET, 'a', '')).toThrow(
      expect.objectContaining({ code: 'seal_broken', details: { purpose: 'a' } }),
    );
  });

  it('refuses a seal that was cut: a short tag is easy to guess', () => {
    const bytes = Buffer.from(seal(SECRET, 'a', ''), 'base64url');
    expect(unseal(SECRET, 'a', bytes.toString('base64url'))).toBe('');
    expect(() => unseal(SECRET, 'a', bytes.subarray(0, 12 + 4).toString('base64url'))).toThrow(
      'could not be opened',
    );
  });

  it('opens what was sealed in November 2026', () => {
    expect(unseal(SECRET, 'a', 'BwcHBwcHBwcHBwcHpiPqD4XI3fQGm4r1_KWSRXYqrhMrO7xVSqq9iPyzDQ')).toBe(
      'kept since 2026',
    );
  });
});
