import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { projectPath } from '@app/config';

const LONGEST = 250;
/** What the files below may grow to. */
const OUTER = 330;

/**
 * Files that are longer, until somebody divides them by what they are about. Add none: a name stands here only because the file was
 * longer when this test was written.
 */
const LONGER = [
  'apps/cli/src/import/build-occupations.ts',
  'apps/cli/src/import/import-catalogue.test.ts',
  'apps/site/src/order/order-story.ts',
  'apps/site/src/pages/design/sample-charts.ts',
  'libs/assessment/src/scoring/score.ts',
  'libs/config/src/environment.ts',
  'libs/delivery/src/delivery.service.ts',
  'libs/desk-reading/src/review-queue.reading.test.ts',
  'libs/labour-market/src/labour-market.test.ts',
  'libs/occupations/src/dataset/types.ts',
  'libs/occupations/src/report/report-gate.ts',
  'libs/orders/src/orders.service.ts',
  'libs/staff/src/sign-in.test.ts',
  'libs/tasks/src/task-kinds.ts',
  'libs/typeset/src/blocks/table.block.ts',
  'libs/typeset/src/pdf/pdf-writer.ts',
  'libs/typeset/src/text/typeset.ts',
  'test/corrections/correction.test.ts',
  'test/faults/checkout.test.ts',
  'test/planted-faults/faults-of-the-draft.builder.ts',
  'test/support/invariants/forbidden-money.ts',
] as const;

const files = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps', 'libs', 'test'],
  {
    cwd: projectPath(),
    encoding: 'utf8',
  },
)
  .split('\n')
  .filter((file) => /\.(ts|js)$/.test(file) && existsSync(projectPath(file)));
const linesOf = (file: string): number => readFileSync(projectPath(file), 'utf8').split('\n').length - 1;

describe('a file of code', () => {
  it(`has ${LONGEST} lines at most, so that it is about one thing`, () => {
    expect(files.length).toBeGreaterThan(1_000);
    const allowed = new Set<string>(LONGER);
    const long = files.filter((file) => linesOf(file) > (allowed.has(file) ? OUTER : LONGEST));
    expect(long.map((file) => `${file}: ${linesOf(file)} lines`)).toEqual([]);
  });

  it.each(LONGER)('that is excused is there and needs it: %s', (file) => {
    expect(files).toContain(file);
    expect(linesOf(file)).toBeGreaterThan(LONGEST);
  });
});
