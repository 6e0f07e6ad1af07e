import { sha256, stableJson } from '@app/kernel';
import { ConsentWordings } from './consent-wordings.js';

/** A consent is only proof if the words under a version never change. Add a version, then its line here; never change a line. */
const PUBLISHED: Readonly<Record<string, string>> = {
  '2026-11': '8e0491d543c9489f59be9d9c9ee6209b6cd0df19eeeaaae229c4a46b32ca37a4',
};

describe('consent wordings', () => {
  it('are the published ones, word for word', () => {
    const { current } = ConsentWordings.load();
    expect(sha256(stableJson(current))).toBe(PUBLISHED[current.version]);
  });

  it.each([
    ['no versions', {}],
    ['a missing consent', { versions: [{ version: '1', start_in_cancellation_period: 'yes' }] }],
    [
      'one version twice',
      {
        versions: Array(2).fill({
          version: '1',
          start_in_cancellation_period: 'a',
          right_ends_on_delivery: 'b',
        }),
      },
    ],
  ])('with %s stop the boot and name the file', (_what, content) => {
    expect(() => ConsentWordings.check(content, 'consents.yaml')).toThrow(/consents\.yaml/);
  });
});
