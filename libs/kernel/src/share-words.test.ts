import { shareOf } from './share-words.js';

it('a share is said as people say it', () => {
  expect([25, 30, 50, 75, 100].map(shareOf)).toEqual([
    'a quarter of',
    '30% of',
    'half of',
    'three quarters of',
    'all of',
  ]);
});
