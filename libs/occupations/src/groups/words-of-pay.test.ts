import { contradiction, saysLossAndGain } from './words-of-pay.js';

describe('words of pay', () => {
  it.each([
    // [words, change of pay, what the figures say instead]
    ['service electricians earn more with the card', -0.05, 'less'],
    ['deeper work pays better', 0, 'less'],
    ['the title lifts pay', -0.01, 'less'],
    ['the title lifts pay', 0.3, undefined],
    ['shifts pay well', -0.05, undefined],
    ['calls known; pay is often a little lower', 0.02, 'more'],
    ['calls known; pay is often a little lower', -0.02, undefined],
    ['days of one’s own, for a little less pay', 0.2, 'more'],
    ['part-time beside practice, with less money', 0.12, 'more'],
    ['steadier pay and less cold calling', 0.5, undefined],
    ['the pay shown is of all practices, and lower in ours', 0.5, undefined],
    ['better pay at first, and lower pay in the end', -0.1, undefined],
  ] as const)('%s, at %s: %s', (words, change, expected) => {
    expect(contradiction(words, change)).toBe(expected);
  });

  it.each([
    ['doors and addresses known', -0.03, false],
    ['doors and addresses known; pay is lower', -0.03, false],
    ['doors and addresses known; no heavy lifting', -0.03, false],
    ['one’s own round and no heavy lifting, for a little less pay', -0.03, true],
    ['regular hours, and clinical teachers stay on NHS pay, whatever the figure shown', -0.4, true],
    ['day work, for about the same pay', -0.02, true],
    ['day work, for about the same pay', -0.2, false],
    // Not every “no” and “next” is a gain.
    ['no paper asked, for a little less pay', -0.03, false],
    ['the next firm along, for a little less pay', -0.03, false],
    ['works manager next, for a little less pay', -0.03, true],
    ['no class to plan for, for a little less pay', -0.03, true],
  ])('says both what is lost and what is gained: %s, at %s: %s', (words, change, expected) => {
    expect(saysLossAndGain(words, change)).toBe(expected);
  });
});
