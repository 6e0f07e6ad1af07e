import fc from 'fast-check';
import { sha256 } from '@app/kernel';
import type { Staff } from '@app/staff';
import { anybodySecond, type FirstApproval, SECOND_WORDS, secondReasons } from './second-rule.js';

const POLICY = { firstApprovals: 20, percent: 10 };
const PLAIN: FirstApproval = {
  worst: 'green',
  changedShare: 0,
  pathChosen: false,
  approvedBefore: 20,
  sha256: 'f'.repeat(64),
};

describe('a second person', () => {
  it.each<[string, Pick<Staff, 'id' | 'roles'>[], boolean]>([
    ['nobody', [], false],
    ['the first alone', [{ id: 'first', roles: ['manager'] }], false],
    ['an editor beside the first', [{ id: 'editor', roles: ['manager'] }], false],
    ['another who may not', [{ id: 'other', roles: ['support'] }], false],
    ['another who may', [{ id: 'other', roles: ['manager'] }], true],
    [
      'one of several who may',
      [
        { id: 'first', roles: ['manager'] },
        { id: 'other', roles: ['manager'] },
      ],
      true,
    ],
  ])('can be found among %s: %j', (_who, active, found) => {
    expect(anybodySecond(active, 'first', ['editor'])).toBe(found);
  });

  it.each<[string, Partial<FirstApproval>, string[]]>([
    ['nothing out of the ordinary', {}, []],
    ['an amber check', { worst: 'amber' }, ['override']],
    ['a fifth of the text changed', { changedShare: 0.2 }, []],
    ['more than a fifth changed', { changedShare: 0.21 }, ['edited']],
    ['the reviewer’s twentieth', { approvedBefore: 19 }, ['new_reviewer']],
    ['the reviewer’s twenty-first', { approvedBefore: 20 }, []],
    ['a fingerprint that is drawn', { sha256: `19999999${'f'.repeat(56)}` }, ['drawn']],
    ['the first that is not', { sha256: `1999999a${'f'.repeat(56)}` }, []],
    ['several at once', { worst: 'amber', approvedBefore: 0 }, ['override', 'new_reviewer']],
  ])('is asked for by %s', (_name, approval, reasons) => {
    expect(secondReasons({ ...PLAIN, ...approval }, POLICY)).toEqual(reasons);
  });

  it('is not asked for at the very edge of the draw', () => {
    const half = { ...POLICY, percent: 50 };
    expect(secondReasons({ ...PLAIN, sha256: `7fffffff${'f'.repeat(56)}` }, half)).toEqual(['drawn']);
    expect(secondReasons({ ...PLAIN, sha256: `80000000${'0'.repeat(56)}` }, half)).toEqual([]);
  });

  it('is told why, in words', () => {
    expect(SECOND_WORDS).toEqual({
      override: 'a check was amber',
      chosen: 'other paths than the ranking gives were chosen',
      edited: 'more than a fifth of its text was changed',
      new_reviewer: 'its reviewer is new',
      drawn: 'it was drawn at random',
    });
  });

  it('law: the draw is the file’s alone', () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(40), (text, approvedBefore) => {
        const drawn = (approval: FirstApproval): boolean => secondReasons(approval, POLICY).includes('drawn');
        const file = sha256(text);
        expect(drawn({ ...PLAIN, sha256: file })).toBe(
          drawn({ ...PLAIN, sha256: file, approvedBefore, worst: 'amber' }),
        );
      }),
    );
  });

  it('is drawn for about one file in ten', () => {
    const files = Array.from({ length: 5_000 }, (_, n) => sha256(`file ${n}`));
    const drawn = files.filter((file) => secondReasons({ ...PLAIN, sha256: file }, POLICY).length > 0);
    expect(drawn.length / files.length).toBeCloseTo(0.1, 1);
  });
});
