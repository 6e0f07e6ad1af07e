import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, loadDataset } from '../dataset/index.js';
import { faultInFile } from './fault-in-file.builder.js';
import { loadGroupLinks } from './group-links.js';
import { readGroupTitles, TITLES_FILE } from './group-titles.js';
import { loadNextGroups } from './next-groups.js';

const { onet, unitGroups } = loadDataset(DATA_FOLDER);
const units = new Set(unitGroups.keys());
const codes = new Set(onet.keys());

/** What loading says of one file with this text. */
const faultOf = (load: (folder: string) => unknown, text: string): string =>
  faultInFile('1.yaml', text, load);

describe('the moves that editors wrote', () => {
  it('are there for every unit group, six to ten each, every one of them valid', () => {
    const moves = loadNextGroups(units);
    expect([...moves.keys()].filter((code) => units.has(code))).toHaveLength(412);
  });

  it('are a group’s own where its work is not that of the unit group around it', () => {
    const moves = loadNextGroups(units);
    expect(moves.get('6211/01')?.map(({ to }) => to)).toEqual(['4123', '7111', '9231']);
    expect(moves.get('6211/05')).toBeUndefined();
  });

  const six = ['1121', '1122', '1123', '1131', '1132']
    .map((to) => `  - { to: '${to}', why: known work }`)
    .join('\n');
  it.each([
    [
      'a move to itself',
      "'1111':\n  - { to: '1111', why: the same }\n" + six,
      '1.yaml:2: 1111: a move to itself',
    ],
    [
      'twice to one',
      "'1111':\n  - { to: '1121', why: the same }\n" + six,
      '1.yaml:3: 1111: 1121 stands twice',
    ],
    [
      'an unknown group',
      "'1111':\n  - { to: '1000', why: none }\n" + six,
      '1.yaml:2: 1111: 1000 is no unit group',
    ],
    ['too few', "'1111':\n" + six, '1.yaml:2: 1111 has fewer than 6 moves'],
    ['a group inside none', '1000/01:\n' + six, '1.yaml:2: 1000/01 is no group'],
    ['no reason', "'1111':\n  - { to: '1133' }\n" + six, '1.yaml:2: 1111: items.0.why'],
  ])('are refused with file and line: %s', (_name, text, fault) => {
    expect(faultOf((folder) => loadNextGroups(units, folder), text)).toContain(fault);
  });
});

describe('the links of British groups to American occupations', () => {
  it('are there for every unit group and its sub-unit groups, every one of them valid', () => {
    const links = loadGroupLinks(units, codes);
    const groups = [...links.values()].flatMap((unit) => [...unit.groups.values()]);
    expect([links.size, groups.length]).toEqual([412, 1384]);
  });

  it.each([
    [
      'weights',
      '{ title: X, codes: { 11-1011.00: 0.5 }, why: y, sure: good }',
      '1111/01: the weights sum to 0.5, not 1',
    ],
    [
      'a code without data',
      '{ title: X, codes: { 11-0000.00: 1 }, why: y, sure: good }',
      '1111/01: 11-0000.00 has no data',
    ],
    ['a missing reason', '{ title: X, codes: {}, sure: good }', 'why: why should not be empty'],
  ])('are refused with file and line: %s', (_name, group, fault) => {
    const text = `'1111':\n  codes: {}\n  groups:\n    1111/01: ${group}\n`;
    const said = faultOf((folder) => loadGroupLinks(units, codes, folder), text);
    expect(said).toContain('1.yaml:4: ');
    expect(said).toContain(fault);
  });
});

describe('the titles of groups that have no name of their own', () => {
  it.each([
    ["'1139': Functional manager", ''],
    [
      "'1139': Other functional managers",
      '1139: “Other functional managers” is no name that a person would use',
    ],
    ["'2226': Psychologists n.e.c.", '2226: “Psychologists n.e.c.” is no name'],
    ["'1139': Director\n'1259': director", '1259: “director” stands twice'],
    ['manager: Manager', 'manager: is no group'],
  ])('%s: %s', (text, fault) => {
    const said = faultOf((folder) => {
      mkdirSync(join(folder, 'groups'));
      writeFileSync(join(folder, TITLES_FILE), text);
      readGroupTitles(folder);
    }, '');
    if (fault === '') expect(said).toBe('');
    else expect(said).toContain(fault);
  });
});
