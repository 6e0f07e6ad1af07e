import type { CheckResult } from '@app/review';

const RANK = { red: 0, amber: 1, green: 2 } as const;

const worstFirst = (checks: readonly CheckResult[]): CheckResult[] =>
  [...checks].sort((a, b) => RANK[a.level] - RANK[b.level]);

/** The checks of a review by what they need: nothing, or a look. */
export const checkRows = (
  checks: readonly CheckResult[],
): { checks: CheckResult[]; greens: CheckResult[] } => ({
  checks: worstFirst(checks),
  greens: checks.filter(({ level }) => level === 'green'),
});

/** What needs a look, as it stands beside one page: what is about that page, about the file, and about other pages. */
export function checksBeside(checks: readonly CheckResult[], page: number): object {
  const open = worstFirst(checks).filter(({ level }) => level !== 'green');
  const reds = open.filter(({ level }) => level === 'red');
  const isHere = reds.some(({ pages = [] }) => pages.length === 0 || pages.includes(page));
  return {
    /** Where words may mend what is red: here, or where the first of it stands. */
    edit_page: isHere ? page : (reds[0]?.pages?.[0] ?? page),
    checks_here: open.filter(({ pages }) => pages?.includes(page)),
    checks_file: open.filter(({ pages = [] }) => pages.length === 0),
    checks_elsewhere: open.flatMap((check) =>
      check.pages?.length && !check.pages.includes(page) ? [{ ...check, first: check.pages[0] }] : [],
    ),
  };
}
