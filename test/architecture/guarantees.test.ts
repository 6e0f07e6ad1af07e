import { existsSync, readFileSync } from 'node:fs';
import { namesTest, provenSentences, sentencesOf } from './guarantees.js';

const promised = sentencesOf(readFileSync('README.md', 'utf8'));
const proven = provenSentences(readFileSync('docs/guarantees.md', 'utf8'));

describe('what the README guarantees', () => {
  it('has for every sentence the tests that hold it, and no test for what it does not say', () => {
    expect(promised.length).toBeGreaterThan(5);
    expect(proven.map(({ sentence }) => sentence)).toEqual(promised);
    expect(proven.filter(({ tests }) => tests.length === 0)).toEqual([]);
  });

  it('names only tests that are there', () => {
    const missing = proven
      .flatMap(({ tests }) => tests)
      .filter(({ file, name }) => !existsSync(file) || !namesTest(readFileSync(file, 'utf8'), name));
    expect(missing).toEqual([]);
  });

  it('a sentence, a test and a suite are told apart', () => {
    const readme =
      '## What it guarantees\n\n- One holds. Another: it\n  goes on.\n\nMore.\n\n## Next\n\n- No.';
    expect(sentencesOf(readme)).toEqual(['One holds.', 'Another: it goes on.']);
    const text =
      "describe('a suite', () => { it('a test', async () => {}); it.each([1])('each', () => {}); });";
    expect(['a test', 'each', 'a suite', 'a tes'].map((name) => namesTest(text, name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(namesTest("it.skip('a test', () => {})", 'a test')).toBe(false);
  });
});
