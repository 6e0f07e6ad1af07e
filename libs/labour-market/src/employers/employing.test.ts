import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER, loadDataset } from '@app/occupations';
import { areaOf } from './areas.js';
import { loadEmployerKinds } from './check-employers.js';
import { parseEmployer } from './employer-kind.js';
import { loadEmploying } from './employing.js';
import { preparedEmploying, preparedKinds } from './prepared-employing.js';

const { unitGroups, employers } = loadDataset(DATA_FOLDER);
const kinds = loadEmployerKinds(employers);

/** What a check says of a folder with one file. */
function faultOf(text: string, load: (folder: string) => unknown): string {
  const folder = mkdtempSync(join(tmpdir(), 'employers-'));
  try {
    writeFileSync(join(folder, '1.yaml'), text);
    load(folder);
    return '';
  } catch (error) {
    return String(error);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('who employs each unit group', () => {
  const employing = loadEmploying(unitGroups, kinds);

  it('is written for every one, and every kind is of use to one', () => {
    expect(employing.size).toBe(412);
    expect(employing.get('8212')?.kinds).toEqual(['bus-companies']);
    const used = new Set([...employing.values()].flatMap((one) => one.kinds));
    expect([...kinds.keys()].filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('is prepared for the apps; if not: npm run cli -- catalogue paths', () => {
    expect(preparedEmploying()?.size).toBe(412);
    expect(preparedKinds()?.size).toBe(kinds.size);
  });

  const entry = (kind: string, code = '2237'): string =>
    `'${code}': { kinds: [${kind}], usual: Hospitals., find: Their sites. }\n`;
  it.each([
    ['a kind that there is not', entry('hospitals'), '1.yaml:1: 2237: there is no kind hospitals'],
    ['a kind twice', entry('councils, councils'), '1.yaml:1: 2237: councils stands twice'],
    [
      'a cleaning contractor for nurses',
      entry('hospital-services'),
      'hospital-services names ISS, a contractor that cleans and cooks in hospitals, which is not for 2237',
    ],
    ['an unknown group', entry('councils', '8000'), '1.yaml:1: 8000 is no unit group'],
    ['a missing group', entry('councils'), '1111 has no employers'],
  ])('is refused with file and line: %s', (_name, text, fault) => {
    expect(faultOf(text, (folder) => loadEmploying(unitGroups, kinds, folder))).toContain(fault);
  });
});

describe('the kinds of employers', () => {
  const kind = (area: string, name: string, id = 'some-kind'): string =>
    `${id}:\n  what: some kind\n  ${area}: ["${name}"]\n`;
  it.each([
    ['a body of England in Wales', kind('EW', 'Environment Agency'), 'works in EN alone, not in EW'],
    ['a body of England in Scotland', kind('SC', 'National Highways', 'roads-patrols'), 'works in EN alone'],
    ['a network outside its licence', kind('NW', 'UK Power Networks'), 'works in LO SE EE alone, not in NW'],
    ['a Scottish name in England', kind('EN', 'Scottish Sea Farms'), 'is of Scotland by its name, not of EN'],
    ['a works in another nation', kind('NI', 'BHC = B.H.C'), 'works in SC alone, not in NI'],
    ['an agency', kind('UK', 'Angard Staffing Solutions'), 'is a staffing agency, not one of some-kind'],
    ['a cleaning contractor', kind('UK', 'ISS = ISS MEDICLEAN'), 'is a contractor that cleans and cooks'],
    ['a maker of hospital beds', kind('EE', 'Arjo'), 'is a maker of hospital beds and hoists'],
    [
      'a slip of the register',
      kind('LO', 'Joe & the Juice'),
      'is a firm whose codes in the register are a slip',
    ],
    ['a company that is gone', kind('NI', 'Spirit Aerosystems'), 'is a company that was split up'],
    ['an invented name', kind('UK', 'Acme Hospitals'), 'Acme Hospitals is not in the register'],
    ['no area', kind('XX', 'Tesco Stores'), 'XX is no area'],
    ['no site', kind('SC', 'Some Board @ somewhere'), 'somewhere is no site'],
  ])('refuse with file and line: %s', (_name, text, fault) => {
    const said = faultOf(text, (folder) => loadEmployerKinds(employers, folder));
    expect(said).toContain('1.yaml:3: ');
    expect(said).toContain(fault);
  });

  it('read an area as its regions', () => {
    expect(areaOf('NW YH')).toEqual({ regions: ['North West', 'Yorkshire and The Humber'], wide: false });
    expect(areaOf('EW')?.regions).not.toContain('Scotland');
    expect(areaOf('EN SC')).toMatchObject({ wide: true });
    expect(areaOf('UK')?.regions).toHaveLength(12);
  });

  it('tell the name that people know from the entry and the site', () => {
    expect(parseEmployer('Barratt = BDW TRADING')).toEqual({ name: 'Barratt', words: 'BDW TRADING' });
    expect(parseEmployer('NHS Lothian @ www.nhslothian.scot')).toEqual({
      name: 'NHS Lothian',
      page: 'www.nhslothian.scot',
    });
  });
});
