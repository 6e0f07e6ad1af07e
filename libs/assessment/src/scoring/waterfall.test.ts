import type { Adjustment } from '../result/personal-result.js';
import { waterfallOf } from './waterfall.js';
import { aWeek, part } from './week.builder.js';

const more = part('a', { name: 'Records', share: 0.5, statedShare: 0.6, typicalShare: 0.3, exposure: 80 });
const less = part('b', { name: 'Care', share: 0.3, statedShare: 0, typicalShare: 0.5, exposure: 10 });
const same = part('c', { share: 0.2, exposure: 50 });
const other = part('other', { share: 0.1, typicalShare: 0, exposure: 50 });
const own = part('own-1', { name: 'Bids', share: 0.1, statedShare: 0.1, typicalShare: 0, exposure: 60 });
const adjusted = (changes: Partial<Adjustment> = {}): Adjustment => ({
  kind: 'ai use',
  name: 'Records',
  answer: 'does parts of it',
  points: 2,
  ...changes,
});

describe('the steps from the typical score to one’s own', () => {
  it('are the parts that differ, each with what was said of it, without other work', () => {
    expect(waterfallOf(aWeek([more, less, same, other, own]), [], 15)).toEqual([
      { label: 'Records: 60% of your week, typically 30%', points: expect.closeTo(6, 9) },
      { label: 'Care: none of your week, typically 50%', points: expect.closeTo(8, 9) },
      { label: 'Bids: 10% of your week', points: expect.closeTo(1, 9) },
    ]);
  });

  it('name the share that was scored where nothing was said', () => {
    const [step] = waterfallOf(aWeek([more], { detail: 'title only' }), [], 6);
    expect(step?.label).toBe('Records: 50% of your week, typically 30%');
  });

  it('end with the adjustments that move something', () => {
    const demand = adjusted({
      kind: 'demand',
      name: 'Licence or register',
      answer: 'most of it',
      points: -3,
    });
    expect(waterfallOf(aWeek([same]), [adjusted(), adjusted({ points: 0 }), demand], -1)).toEqual([
      { label: 'AI in records: does parts of it', points: 2 },
      { label: 'Licence or register: most of it', points: -3 },
    ]);
  });

  it('say at which end the scale ends, and nothing of what rounding leaves over', () => {
    expect(waterfallOf(aWeek([same]), [adjusted()], 1)).toEqual([
      { label: 'AI in records: does parts of it', points: 2 },
      { label: 'The scale ends at 100', points: -1 },
    ]);
    expect(waterfallOf(aWeek([same]), [adjusted({ points: -2 })], -1).at(-1)).toEqual({
      label: 'The scale ends at 0',
      points: 1,
    });
    expect(waterfallOf(aWeek([same]), [adjusted()], 2 + 5e-7)).toHaveLength(1);
    expect(waterfallOf(aWeek([same]), [adjusted()], 2 - 5e-7)).toHaveLength(1);
    expect(waterfallOf(aWeek([same]), [adjusted()], 2 - 2e-6)).toHaveLength(2);
  });
});
