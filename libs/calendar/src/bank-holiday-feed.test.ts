import { daysInFeed } from './bank-holiday-feed.js';
import { feedOf, yearOf } from './feed.builder.js';

const good = [...yearOf(2028), ...yearOf(2029)];

describe('the official feed', () => {
  it('is read by date, whatever else it holds', () => {
    expect(daysInFeed(feedOf([...good].reverse()))).toEqual(good);
  });

  it.each([
    ['no JSON', '<html>', 'is not JSON'],
    ['null', 'null', 'holds no list'],
    ['another document', '{"scotland":{"events":[]}}', 'holds no list'],
    ['a list that was cut', feedOf(good.slice(0, 15)), 'holds no list'],
    ['a day that is none', feedOf([...good, '2029-02-30']), 'in line 17'],
    ['a Saturday', feedOf([...good, '2029-01-06']), 'in line 17'],
    ['a day in words', feedOf([...good, 'Christmas']), 'in line 17'],
    ['a day twice', feedOf([...good, good[0] ?? '']), 'twice'],
    ['a day without a title', feedOf(good, ''), 'in line 1'],
    ['a line that is null', feedOf(good).replace(/\{"title":"Day [^}]+\}/, 'null'), 'in line 1'],
  ])('with %s is refused', (_what, text, why) => {
    expect(() => daysInFeed(text)).toThrow(
      expect.objectContaining({ code: 'calendar_feed_invalid', message: expect.stringContaining(why) }),
    );
  });
});
