import { BLOCKER_KINDS } from '@app/orders';
import { blockedWords } from './blocked-words.js';

const about = { email: 'ada@example.com', promise: '6 pm on Thursday 26 November 2026' };

describe('what holds an order up', () => {
  it('is told in words for every kind, and without a sound of alarm', () => {
    for (const kind of BLOCKER_KINDS) {
      const words = blockedWords([kind], about);
      expect([kind, Object.values(words ?? {}).every((text) => /^\p{Lu}.{10,}/u.test(text))]).toEqual([
        kind,
        true,
      ]);
      expect(JSON.stringify(words)).not.toMatch(/!|fraud|blocked|urgent/i);
    }
  });

  it('is the most telling of several, whatever their order; nothing when there is none', () => {
    expect(blockedWords(['hold', 'dispute', 'cancellation_notice'], about)?.lede).toBe(
      'You asked to cancel. We are on it; nothing will be sent meanwhile.',
    );
    expect(blockedWords([], about)).toBeUndefined();
  });
});
