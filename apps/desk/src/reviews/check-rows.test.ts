import type { CheckResult } from '@app/review';
import { checksBeside } from './check-rows.js';

const check = (level: CheckResult['level'], pages?: number[]): CheckResult => ({
  id: `${level} ${pages?.join() ?? ''}`,
  title: '',
  level,
  found: '',
  ...(pages && { pages }),
});

describe('the page whose words are offered for editing where a check is red', () => {
  it.each<[string, number, CheckResult[]]>([
    ['is this one where it is red', 3, [check('red', [2]), check('red', [3, 9])]],
    ['is this one where the file is red', 3, [check('red', [2]), check('red')]],
    ['is that of the first red elsewhere, not of an amber', 9, [check('amber', [3]), check('red', [9, 10])]],
    ['is this one where nothing is red', 3, [check('amber', [9])]],
  ])('%s', (_words, page, checks) => {
    expect(checksBeside(checks, 3)).toMatchObject({ edit_page: page });
  });
});
