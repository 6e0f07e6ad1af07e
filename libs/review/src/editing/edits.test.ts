import fc from 'fast-check';
import { fairNote, requireFairEdit, signaturesOf } from './edit-rules.js';
import { figuresChanged, figuresOf, partsOf } from '../checks/figures-of.js';
import { wordDiff, wordsChanged, wordsOf } from './word-diff.js';

describe('the figures of a sentence', () => {
  it.each<[string, string[]]>([
    ['Its exposure is 31 against your 46.', ['31', '46']],
    ['You have £38,400 a year, 12% more.', ['12%', '£38,400']],
    ['Three of your seven tasks', ['seven', 'three']],
    ['No one figure, once', []],
    ['27–44, on 30 November 2026', ['2026', '27–44', '30']],
  ])('of “%s” are found', (text, figures) => expect(figuresOf(text)).toEqual(figures));

  it('may move, but none may go, come or change', () => {
    expect(figuresChanged('From 46 to 31.', 'To 31, from 46.')).toBeNull();
    expect(figuresChanged('From 46 to 31.', 'From 46 to 13.')).toEqual({ missing: ['31'], added: ['13'] });
    expect(figuresChanged('46 and 46', '46 and more')).toEqual({ missing: ['46'], added: [] });
    expect(figuresChanged('two of them', 'several of them')).toEqual({ missing: ['two'], added: [] });
  });

  it('law: joined, the parts are the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(
          partsOf(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });
});

describe('a difference', () => {
  it('names the words that went and came', () => {
    expect(wordDiff('Ask for one change first', 'Ask for a small change first')).toEqual([
      { kind: 'same', text: 'Ask for' },
      { kind: 'removed', text: 'one' },
      { kind: 'added', text: 'a small' },
      { kind: 'same', text: 'change first' },
    ]);
    expect(wordsChanged('Ask for one change first', 'Ask for a small change first')).toBe(2);
  });

  it('law: without what came it is the old text, without what went the new', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const without = (kind: string): string[] =>
          wordDiff(before, after).flatMap((part) => (part.kind === kind ? [] : wordsOf(part.text)));
        expect(without('added').join(' ')).toBe(before);
        expect(without('removed').join(' ')).toBe(after);
      }),
    );
  });
});

describe('an edit', () => {
  it.each<[string, string, RegExp]>([
    ['', 'Your score is 46.', /cannot be empty/],
    ['Your score is 46. '.repeat(9), 'Your score is 46.', /Keep this block to 77 characters/],
    ['Your score is 64.', 'Your score is 46.', /Missing: 46\. Not in the draft: 64\./],
  ])('to “%s” is refused', (text, draft, words) => expect(() => requireFairEdit(draft, text)).toThrow(words));
});

describe('a note', () => {
  it('keeps its paragraphs, within its limits', () => {
    const said = 'I read all pages beside your answers.';
    expect(fairNote(` ${said}\r\n\r\n ${said} `)).toBe(`${said}\n${said}`);
    expect(() => fairNote('Fine.')).toThrow('what you checked');
    expect(() => fairNote('word '.repeat(200))).toThrow('Keep the note to 600 characters');
  });

  it('is signed by name or by initials', () => {
    expect(signaturesOf('Ada King Lovelace')).toEqual(['Ada King Lovelace', 'Ada L.', 'A. K. L.']);
    expect(signaturesOf('Ada')).toEqual(['Ada', 'A.']);
  });
});
