import type { BlueprintSnapshot } from '@app/blueprint';
import { pageSources } from './page-sources.js';

it('beside the last page stand the sentences of the email that will bring the file, as they would be sent now', () => {
  const snapshot = {
    result: { score: 50, interval: { low: 39, high: 61 }, band: 'medium', percentile: 79, comparison: '' },
    reasons: ['**Your pay first:** it is low.'],
    emailSummary: ['Your score is 50.', 'We recommend staying.', '**Your pay first:** it is low.'],
    edits: [{ page: 2, draft: '**Your pay first:** it is low.', text: 'Ask about your pay.' }],
  } as unknown as BlueprintSnapshot;
  const email = pageSources(snapshot, 15).filter(({ label }) => label.startsWith('The email'));
  expect(email.map(({ words }) => words)).toEqual([
    'Your score is 50.',
    'We recommend staying.',
    'Ask about your pay.',
  ]);
});
