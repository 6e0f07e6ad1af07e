import { readdirSync, readFileSync } from 'node:fs';

interface Declared {
  readonly holds: string;
  readonly uses: readonly string[];
  readonly tables: readonly string[];
}

const ticks = (names: readonly string[], none: string): string =>
  names.length === 0 ? none : names.map((name) => `\`${name}\``).join(' ');

describe('the README’s table of libs', () => {
  it('says of each lib what its lib.json says', () => {
    const readme = readFileSync('README.md', 'utf8');
    const rows = readdirSync('libs').map((lib) => {
      const { holds, uses, tables } = JSON.parse(readFileSync(`libs/${lib}/lib.json`, 'utf8')) as Declared;
      return `| \`${lib}\` | ${holds} | ${ticks(uses, 'nothing')} | ${ticks(tables, '–')} |`;
    });
    expect(rows.filter((row) => !readme.includes(row))).toEqual([]);
  });
});
