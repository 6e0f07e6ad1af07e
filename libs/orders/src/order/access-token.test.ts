import { newSecret } from '@app/kernel';
import { AccessTokens } from './access-token.js';

const tokens = new AccessTokens(['only-for-tests-only-for-tests-only-for-tests']);

describe('a sealed access token', () => {
  it('opens again, for its own order alone', () => {
    const token = newSecret();
    const sealed = tokens.seal(token, 'order-1');
    expect(sealed).not.toContain(token);
    expect(tokens.open(sealed, 'order-1')).toBe(token);
    expect(() => tokens.open(sealed, 'order-2')).toThrow(expect.objectContaining({ code: 'seal_broken' }));
  });
});
