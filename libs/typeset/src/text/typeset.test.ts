import fc from 'fast-check';
import { projectPath } from '@app/config';
import { runs } from '@app/testing';
import { FontSet } from '../fonts/font-set.js';
import { printable } from './printable.js';
import { drawingOrder } from './reading-order.js';
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

  it('keeps a word that is broken after a hyphen whole', () => {
    const text = 'Wołoszczańska-Brzęczyszczykiewicz';
    const wide = typesetter.set(text, TYPE.coverName, 420).lines;
    expect(wide.map((line) => line.text)).toEqual(['Wołoszczańska-', 'Brzęczyszczykiewicz']);
    expect(typesetter.set(text, TYPE.body, 420).lines.map((line) => line.text)).toEqual([text]);
  });
});

describe('the order of drawing', () => {
  it('draws right-to-left words last to first, figures and left-to-right words as they stand', () => {
    const drawn = (line: string): string =>
      drawingOrder(line)
        .map(({ text }) => text)
        .join('|');
    expect(drawn('Jo Smith')).toBe('Jo Smith');
    expect(drawn('נועה בן')).toBe('בן| |נועה');
    expect(drawn('Dr נועה בן (x)')).toBe('Dr |בן| |נועה| (x)');
    expect(drawn('נועה 42 בן')).toBe('בן| |42| |נועה');
  });
});

describe('what can be printed', () => {
  it('leaves out emoji and words no font has, and says when a word is missing', () => {
    expect(printable('Zoë 🦄 Æsir 👩🏽‍💻', fonts)).toEqual({ text: 'Zoë Æsir', complete: true });
    expect(printable('李小龍 Lee', fonts)).toEqual({ text: 'Lee', complete: false });
    expect(printable('Łucja Ŵyn محمد נועה Ιω Жо', fonts)).toEqual({
      text: 'Łucja Ŵyn محمد נועה Ιω Жо',
      complete: true,
    });
    expect(printable('Cafe\u0301\u202E x', fonts).text).toBe('Café x');
  });
});
