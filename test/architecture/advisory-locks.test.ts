import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

const TAKES_ONE = /\bpg_(try_)?advisory_(xact_)?(un)?lock(_shared)?\s*\(/;
const REGISTRY = 'libs/database/src/advisory-locks.ts';

/** Lines that take an advisory lock by anything but a number of the registry, given as a parameter. */
const strays = (files: readonly { path: string; text: string }[]): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .filter((line) => TAKES_ONE.test(line) && (!/\$\d/.test(line) || !/\bADVISORY_LOCKS(\.|\[)/.test(text)))
      .map((line) => `${path}: ${line.trim()}`),
  );

describe('the registry of advisory locks', () => {
  it('gives every number that is used', () => {
    const files = execFileSync(
      'git',
      ['ls-files', '-co', '--exclude-standard', 'apps/**/*.ts', 'libs/**/*.ts'],
      {
        encoding: 'utf8',
      },
    )
      .split('\n')
      .filter((path) => path !== '' && existsSync(path))
      .map((path) => ({ path, text: readFileSync(path, 'utf8') }));
    expect(files.filter(({ text }) => TAKES_ONE.test(text)).map(({ path }) => path)).toContain(REGISTRY);
    expect(strays(files)).toEqual([]);
  });

  it.each([
    'query("select pg_advisory_lock(727003)");',
    'query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [key]);',
    'query("select pg_try_advisory_lock($1)", [12]);',
  ])('%s is caught', (text) => {
    expect(strays([{ path: 'libs/x.ts', text }])).toHaveLength(1);
  });
});
