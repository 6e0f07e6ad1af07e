import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER, loadDataset } from '@app/occupations';
import { sectionOfSic } from '../sic-sections.js';
import { loadIndustries } from './industries.js';
import { preparedIndustries } from './prepared-industries.js';

const { unitGroups } = loadDataset(DATA_FOLDER);

describe('the industries that employ each unit group', () => {
  it('are there for every one, and each says who usually employs and how to find them', () => {
    const industries = loadIndustries(unitGroups);
    expect(industries.size).toBe(412);
    expect(industries.get('8212')?.sic).toContain('49319');
  });

  it('lie in industries that employ the group by the survey of jobs, where it publishes them', () => {
    const strays = [...loadIndustries(unitGroups)].flatMap(([code, { sic }]) => {
      const { sections = {}, jobs = 0 } = unitGroups.get(code) ?? {};
      const known = sic.filter((one) => (sections[sectionOfSic(one) ?? ''] ?? 0) >= 0.01 * jobs);
      return jobs > 0 && sic.length > 0 && known.length === 0 ? [code] : [];
    });
    expect(strays).toEqual([]);
  });

  it('are prepared for the apps; if not: npm run cli -- catalogue paths', () => {
    expect(preparedIndustries()?.size).toBe(412);
  });

  const entry = (sic: string): string =>
    `'8212': { sic: [${sic}], names: [], not: [], only: true, usual: Bus companies., find: Their sites. }\n`;
  it.each([
    ['a rag-bag', entry("'82990'"), '1.yaml:1: 8212: 82990 holds employers of every kind'],
    ['a code twice', entry("'49319', '49319'"), '1.yaml:1: 8212: 49319 stands twice'],
    ['a short code', entry("'4931'"), 'each value in sic must match'],
    ['an unknown group', entry("'49319'").replace('8212', '8000'), '1.yaml:1: 8000 is no unit group'],
    ['a missing group', entry("'49319'"), '1111 has no industries'],
  ])('are refused with file and line: %s', (_name, text, fault) => {
    const folder = mkdtempSync(join(tmpdir(), 'industries-'));
    try {
      writeFileSync(join(folder, '1.yaml'), text);
      expect(() => loadIndustries(unitGroups, folder)).toThrow(fault);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
