import type { Route } from '@app/labour-market';
import type { SnapshotPath, SnapshotPay } from '../snapshot/blueprint-snapshot.js';
import { floorOfAll, floorSentence, floorVerdict } from './floor.js';

const entry: SnapshotPath['entry'] = { specific: true, route: 'By asking.', firstTest: [], testHours: 3 };
const pay: SnapshotPay = { p25: 26_000, median: 32_000, basis: 'clerks, UK' };
const nursing = {
  months: { from: 24, to: 48 },
  registers: [
    { force: 'law', what: 'registration as a nurse', body: 'NMC', page: 'www.nmc.org.uk', nations: [] },
  ],
} satisfies Pick<Route, 'months' | 'registers'>;

describe('how a path keeps the least that somebody needs', () => {
  it.each([
    ['kept', 25_000],
    ['middle', 30_000],
    ['standing', 40_000],
  ] as const)('is %s where they need £%d', (verdict, lowestPay) => {
    expect(floorVerdict({ pay, entry }, lowestPay, undefined)).toBe(verdict);
  });

  it('is kept by the law where the legal rate at their hours reaches it, whatever older figures say', () => {
    expect(floorVerdict({ pay, entry }, 30_000, undefined, 31_000)).toBe('law');
    expect(floorVerdict({ pay, entry }, 40_000, undefined, 31_000)).toBe('standing');
    expect(floorSentence({ floor: 'law', pay } as SnapshotPath, 30_000)).toContain(
      'legal rate at your hours',
    );
  });

  it('is not judged without a floor, nor known where no pay of its own is published', () => {
    expect(floorVerdict({ pay, entry }, undefined, undefined)).toBeUndefined();
    expect(floorVerdict({ pay: null, entry }, 25_000, undefined)).toBe('not known');
    const apart = { ...entry, employing: { usual: 'Trusts.', find: 'Ask.' } };
    expect(floorVerdict({ pay, entry: apart }, 25_000, undefined)).toBe('not known');
  });

  it('is broken while they train for a register for years, unless they are on it', () => {
    expect(floorVerdict({ pay, entry }, 25_000, nursing)).toBe('training');
    const held = { held: 'NMC' } as SnapshotPath['route'] & object;
    expect(floorVerdict({ pay, entry, route: held }, 25_000, nursing)).toBe('kept');
    expect(floorVerdict({ pay, entry }, 25_000, { ...nursing, months: { from: 0, to: 48 } })).toBe('kept');
  });

  it('is told for one path in a sentence, and for all of them in one', () => {
    const path = (title: string, floor: SnapshotPath['floor']): SnapshotPath =>
      ({ title, floor, pay }) as SnapshotPath;
    expect(floorSentence(path('Nurse', 'training'), 26_000)).toContain(
      'not keep the £26,000 you need while you train',
    );
    expect(floorOfAll([path('Nurse', 'training'), path('Clerk', 'kept'), path('Buyer', 'kept')])).toBe(
      'kept even at the lower quarter of pay for clerk and buyer; not kept while you train for nurse',
    );
  });
});
