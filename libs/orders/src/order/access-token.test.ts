import { newSecret } from '@app/kernel';
import { TokenSeal } from './access-token.js';

const seal = new TokenSeal('only-for-tests-only-for-tests-only-for-tests');

describe('a sealed access token', () => {
  it('opens again, and looks different each time', () => {
    const token = newSecret();
    const sealed = [seal.seal(token, 'order-1'), seal.seal(token, 'order-1')];
    expect(new Set(sealed).size).toBe(2);
    expect(sealed.map((text) => seal.open(text, 'order-1'))).toEqual([token, token]);
    expect(sealed[0]).not.toContain(token);
  });

  it.each([
    [
      'with another key',
      (text: string) => new TokenSeal('another-secret-another-secret-another').open(text, 'order-1'),
    ],
    ['on another order', (text: string) => seal.open(text, 'order-2')],
    [
      'after a change',
      (text: string) => seal.open(`${text.slice(0, -2)}${text.endsWith('AA') ? 'BB' : 'AA'}`, 'order-1'),
    ],
    [
      'with its tag cut short',
      (text: string) => seal.open(text.replace(/^(v1\.[^.]+\.)[^.]+/, '$1AAAA'), 'order-1'),
    ],
    ['when it is something else', () => seal.open('hello', 'order-1')],
  ])('does not open %s', (_when, open) => {
    expect(() => open(seal.seal(newSecret(), 'order-1'))).toThrow(
      expect.objectContaining({ code: 'token_seal_broken' }),
    );
  });
});
