import { existsSync, readFileSync } from 'node:fs';
import { namesTest } from './guarantees.js';

const PAGES = ['docs/security/threat-model.md', 'docs/security/asvs.md'] as const;
/** What a page quotes is the title of a test; the next test file that it names is where that test is. */
function testsNamed(page: string): { name: string; file: string }[] {
  const found: { name: string; file: string }[] = [];
  let titles: string[] = [];
  for (const [, title, file] of page.matchAll(/“([^”]+)”|`([\w./-]+\.test\.ts)`/g)) {
    if (title !== undefined) titles.push(title.replace(/\s+/g, ' '));
    // A file without a title proves nothing.
    else for (const name of titles.length > 0 ? titles : ['']) found.push({ name, file: file ?? '' });
    if (file !== undefined) titles = [];
  }
  return [...found, ...titles.map((name) => ({ name, file: '' }))];
}
const isThere = ({ name, file }: { name: string; file: string }): boolean =>
  existsSync(file) && namesTest(readFileSync(file, 'utf8'), name);

/** Rows of the tables of requirements: number, requirement, how it stands. */
const rowsOf = (page: string): { number: string; how: string }[] =>
  [...page.matchAll(/^\| (\d+\.\d+\.\d+) \| [^|]+ \| (.+) \|$/gm)].map(([, number = '', how = '']) => ({
    number,
    how,
  }));

describe('what the pages on security say', () => {
  it.each(PAGES)('%s names only tests that are there', (file) => {
    const named = testsNamed(readFileSync(file, 'utf8'));
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((test) => !isThere(test))).toEqual([]);
  });

  it('every requirement is held by a file or a test, does not apply or is accepted for a reason, or is open, once', () => {
    const rows = rowsOf(readFileSync('docs/security/asvs.md', 'utf8'));
    expect(rows.length).toBeGreaterThan(120);
    expect(new Set(rows.map(({ number }) => number)).size).toBe(rows.length);
    const unsaid = rows.filter(
      ({ how }) => !/`[\w./*-]+`|^Does not apply: .{10}|^\*\*(Accepted|Open)\*\*.{10}/.test(how),
    );
    expect(unsaid).toEqual([]);
  });

  it('a test that is not there, a suite, a file without a title and a title without a file would be seen', () => {
    const text =
      '“is a checked value” in `libs/http/src/nowhere.test.ts`, “a form that arrives” in `libs/http/src/form.test.ts`, `libs/http/src/form.test.ts`, “loose”';
    expect(testsNamed(text).map(isThere)).toEqual([false, false, false, false]);
    expect(rowsOf('| 1.2.3 | says | somehow |\n')).toEqual([{ number: '1.2.3', how: 'somehow' }]);
  });
});
