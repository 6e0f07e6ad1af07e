import { existsSync, readFileSync } from 'node:fs';
import { handMadeFaults, withFault } from './by-hand.js';

describe('the faults put in by hand', () => {
  it.each(handMadeFaults())('fit the code and name tests that are there: $fault', (each) => {
    const source = readFileSync(each.file, 'utf8');
    expect(withFault(each, source)).not.toBe(source);
    expect(each.tests.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('are told of when the code has moved on', () => {
    const [first] = handMadeFaults();
    if (!first) throw new Error('there is none');
    expect(() => withFault(first, 'nothing of it')).toThrow(first.file);
  });
});
