import { pence } from '@app/kernel';
import type { MoneyState } from './money-state.js';
import { moneyWords } from './money-words.js';

const money = (changes: Partial<MoneyState>): MoneyState => ({
  stage: 'paid',
  amount: pence(4900),
  paid: pence(4900),
  part: false,
  byHand: false,
  awaited: false,
  since: null,
  ...changes,
});
const part = { amount: pence(900), part: true };

describe('the words for where the money is', () => {
  it.each<[Partial<MoneyState>, string, string]>([
    [{ stage: 'nothing', amount: pence(0), part: true }, 'nothing paid', 'Nothing was charged.'],
    [{}, '£49 paid', 'You have paid £49.'],
    [{ stage: 'owed_back' }, '£49 owed back', '£49 is being paid back to the card'],
    [
      { stage: 'owed_back', ...part, byHand: true },
      '£9 of £49 owed back',
      '£9 of the £49 you paid is yours. It could not go back the way you paid',
    ],
    [{ stage: 'asked' }, '£49 asked of the bank', '£49 is being paid back. Our payment provider has it'],
    [{ stage: 'at_the_bank', ...part }, '£9 of £49 sent to the bank', '£9 of the £49 you paid has gone back'],
    [{ stage: 'arrived' }, '£49 paid back', '£49 was paid back. Your bank should have shown it by now'],
    [
      { stage: 'arrived', since: new Date('2026-11-24T10:00Z') },
      '£49 paid back',
      '£49 was paid back on Tuesday 24 November 2026. Your bank',
    ],
    [{ stage: 'failed' }, '£49 came back to us: owed', '£49 was sent back to you and did not arrive'],
    [
      { stage: 'questioned' },
      '£49 questioned by the bank',
      'Your bank is looking into £49. It holds the money until it has decided.',
    ],
    [
      { stage: 'taken', ...part },
      '£9 of £49 taken by the bank',
      'Your bank has decided, and has taken £9 of the £49 you paid back for you.',
    ],
  ])('%j: “%s”', (changes, short, begins) => {
    const words = moneyWords(money(changes));
    expect(words.short).toBe(short);
    expect(words.sentence.slice(0, begins.length)).toBe(begins);
  });
});
