import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEverydayTitles } from './everyday-titles.js';

describe('everyday names', () => {
  const folder = mkdtempSync(join(tmpdir(), 'everyday-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const load = (text: string, slugs: Record<string, string>): ReadonlyMap<string, readonly string[]> => {
    const path = join(folder, 'everyday-titles.yaml');
    writeFileSync(path, text);
    return loadEverydayTitles((slug) => slugs[slug], path);
  };

  it('go with the page that took over their occupation', () => {
    const text =
      'occupations:\n  - slug: carpenters\n    names: [Chippy]\n  - slug: carpenter\n    names: [Joiner]\n';
    const titles = load(text, { carpenters: 'carpenter', carpenter: 'carpenter' });
    expect([...titles]).toEqual([['carpenter', ['Chippy', 'Joiner']]]);
  });

  it('name the line of a slug that leads nowhere', () => {
    const text =
      'occupations:\n  - slug: carpenter\n    names: [Chippy]\n  - slug: wizard\n    names: [Mage]\n';
    expect(() => load(text, { carpenter: 'carpenter' })).toThrow(
      'everyday-titles.yaml:4: there is no occupation wizard',
    );
  });

  it('are refused when an occupation stands twice or has no name', () => {
    const slugs = { carpenter: 'carpenter' };
    expect(() => load('occupations:\n  - slug: carpenter\n    names: []\n', slugs)).toThrow(/:3: .*names/);
    const twice = 'occupations:\n  - slug: carpenter\n    names: [A]\n  - slug: carpenter\n    names: [B]\n';
    expect(() => load(twice, slugs)).toThrow(/unique/);
  });
});
