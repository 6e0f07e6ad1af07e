import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { PARTS } from './parts.js';
import { compare, type Known } from './survivors.js';

const survivor = {
  file: 'libs/kernel/src/money.ts',
  line: 15,
  mutator: 'ArithmeticOperator',
  original: 'a + b',
  replacement: 'a - b',
};
const known: Known = { ...survivor, part: 'kernel', reason: 'it is the same' };

describe('a mutant that survives', () => {
  it('must be explained, whatever line it has moved to, and in its own part', () => {
    expect(compare('kernel', [{ ...survivor, line: 99 }], [known])).toEqual({ unexplained: [], gone: [] });
    expect(compare('scoring', [survivor], [known]).unexplained).toHaveLength(1);
    expect(compare('kernel', [survivor], [{ ...known, reason: ' ' }]).unexplained).toHaveLength(1);
    expect(compare('kernel', [{ ...survivor, replacement: 'a * b' }], [known]).unexplained).toHaveLength(1);
  });

  it('is told of when it is noticed now', () => {
    expect(compare('kernel', [], [known]).gone).toEqual([known]);
  });

  it('that is explained has a part, a file and a reason', () => {
    const explained = (parse(readFileSync('test/mutants/survivors.yaml', 'utf8')) ?? []) as Known[];
    for (const { part, file, reason } of explained)
      expect([part in PARTS, existsSync(file), reason.length > 10]).toEqual([true, true, true]);
  });
});
