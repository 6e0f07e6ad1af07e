import fc from 'fast-check';
import { projectPath } from '@app/config';
import { runs } from '@app/testing';
import { FontSet } from '../fonts/font-set.js';
import { coverLine, printable } from './printable.js';
import { drawingOrder, mirrored } from '../letters/reading-order.js';
import { TYPE } from './text-style.js';
import { Typesetter } from './typeset.js';

const fonts = FontSet.load(projectPath('templates', 'blueprint', 'fonts'));
const typesetter = new Typesetter(fonts);

describe('setting text', () => {
  it('never lets a line leave its column, and never drops a letter that it does not mark', () => {
    fc.assert(
      fc.property(
        fc.string({
          maxLength: 300,
          unit: fc.constantFrom('a', 'W', 'i', ' ', 'ł', 'ŵ', '-', 'ש', 'م', '.'),
        }),
        fc.integer({ min: 60, max: 500 }),
        fc.integer({ min: 1, max: 6 }),
        (text, width, maxLines) => {
          const set = typesetter.set(text, TYPE.body, width, { maxLines });
          expect(set.lines.length).toBeLessThanOrEqual(maxLines);
          for (const line of set.lines) expect(line.width).toBeLessThanOrEqual(width + 0.5);
          const kept = set.lines
            .map((line) => line.text)
            .join('')
            .replace(/\s/g, '');
          if (!set.shortened) expect(kept).toBe(text.replace(/\s/g, ''));
        },
      ),
      { numRuns: runs(100), seed: 3 },
    );
  });

  it('shortens at a sentence when that fills more than half of the room, else at a word with an ellipsis', () => {
    const long =
      'One sentence that is here. Another sentence that is longer than the first one by far and goes on and on.';
    const two = typesetter.set(long, TYPE.body, 100, { maxLines: 2 });
    expect(two.lines.map(({ text }) => text).join(' ')).toBe('One sentence that is here.');
    const one = typesetter.set(long, TYPE.body, 200, { maxLines: 2 });
    expect(one.lines.at(-1)?.text.endsWith('…') || one.lines.at(-1)?.text.endsWith('here.')).toBe(true);
  });

  it('breaks an address after a slash or a hyphen, not in a word', () => {
    const lines = typesetter.set(
      'www.gov.uk/government/organisations/teaching-regulation-agency',
      TYPE.body,
      150,
    ).lines;
    expect(lines.length).toBeGreaterThan(1);
    for (const { text } of lines.slice(0, -1)) expect(text).toMatch(/[/-]$/);
  });

  it('keeps a word that is broken after a hyphen whole', () => {
    const text = 'Wołoszczańska-Brzęczyszczykiewicz';
    const wide = typesetter.set(text, TYPE.coverName, 420).lines;
    expect(wide.map((line) => line.text)).toEqual(['Wołoszczańska-', 'Brzęczyszczykiewicz']);
    expect(typesetter.set(text, TYPE.body, 420).lines.map((line) => line.text)).toEqual([text]);
  });
});

describe('the order of drawing', () => {
  const drawn = (line: string): string =>
    drawingOrder(line)
      .map(({ text }) => text)
      .join('|');

  it('draws right-to-left words last to first, figures and left-to-right words as they stand', () => {
    expect(drawn('Jo Smith')).toBe('Jo Smith');
    expect(drawn('נועה בן')).toBe('נועה בן');
    expect(drawn('Dr נועה בן (x)')).toBe('Dr |נועה בן| (x)');
    expect(drawn('נועה 42 בן')).toBe(' בן|42|נועה ');
  });

  it('follows UAX #9 for Arabic figures, brackets and words within words', () => {
    expect(drawn('سارة ٤٢ علي')).toBe(' علي|٤٢|سارة ');
    expect(drawn('نور (علي)')).toBe('نور (علي)');
    expect(mirrored('(علي]')).toBe(')علي[');
    expect(drawn('Ali علي Jo')).toBe('Ali |علي| Jo');
  });
});

describe('what can be printed', () => {
  it('keeps emoji, & and every script there is a font for, and says which letters no font has', () => {
    const whole = 'Zoë 🦄 & 李小龍 Łucja Ŵyn محمد נועה Ιω Жо 👩🏽‍💻';
    expect(printable(whole, fonts)).toEqual({ text: whole, complete: true, missing: [] });
    expect(printable('𐎠𐎡 Lee 𐎠', fonts)).toEqual({ text: 'Lee', complete: false, missing: ['𐎠', '𐎡'] });
  });

  it('leaves out what nobody sees, and keeps joiners where they choose a shape', () => {
    expect(printable('Cafe\u0301\u202E x', fonts).text).toBe('Café x');
    expect(printable('O\u200bNe\u200dill\u00ad', fonts).text).toBe('ONeill');
    expect(printable('می\u200cخواهم', fonts).text).toBe('می\u200cخواهم');
  });

  it('tells how a name will stand on the cover', () => {
    expect(coverLine('  Shaun  O’Neill ', fonts)).toEqual({
      line: 'Shaun O’Neill',
      missing: [],
      differs: false,
    });
    expect(coverLine('𐎠 Lee', fonts)).toEqual({ line: 'Lee', missing: ['𐎠'], differs: true });
    expect(coverLine('𐎠', fonts)).toEqual({ line: '', missing: ['𐎠'], differs: true });
  });
});
