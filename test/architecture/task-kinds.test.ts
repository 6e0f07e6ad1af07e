import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { STAFF_ROLES } from '@app/staff';
import { TASK_KINDS } from '@app/tasks';

/** Where tasks may be raised: the libs, apart from their own and from tests. */
const raising = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'libs/**/*.ts'],
  {
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((path) => path !== '' && !path.startsWith('libs/tasks/') && !/\.(test|builder)\.ts$/.test(path))
  // The code of an error may be called like a kind of task; that raises none.
  .map((path) => readFileSync(path, 'utf8').replace(/new DomainError\(\s*'\w+'/g, ''))
  .join('\n');

/** `'refund_failed'` as it stands, or made of two parts: `` `delivery_${state}` ``. */
const isRaised = (kind: string): boolean =>
  raising.includes(`'${kind}'`) ||
  /\b[a-z]+_(?=[a-z]+$)/.exec(kind)?.some((start) => raising.includes(`\`${start}\${`)) === true;

describe('the kinds of tasks', () => {
  it('are all raised by somebody', () => {
    expect(Object.keys(TASK_KINDS).filter((kind) => !isRaised(kind))).toEqual([]);
  });

  it('name what settles them, whose they are and when they are due', () => {
    for (const [kind, { acts, owner, dueHours }] of Object.entries(TASK_KINDS))
      expect([kind, acts.length > 0, STAFF_ROLES.includes(owner), dueHours > 0]).toEqual([
        kind,
        true,
        true,
        true,
      ]);
  });

  it('say what to do', () => {
    expect(Object.values(TASK_KINDS).filter(({ todo }) => !/^\p{Lu}.*\.$/u.test(todo))).toEqual([]);
  });
});
