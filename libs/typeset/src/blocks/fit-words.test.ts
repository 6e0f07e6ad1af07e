import fc from 'fast-check';
import { projectPath } from '@app/config';
import { runs } from '@app/testing';
import { Words } from './words.block.js';
import { FontSet } from '../fonts/font-set.js';
import { Typesetter } from '../text/typeset.js';
import { fitStack, PageTooFullError } from '../pdf/fit-stack.js';
import { stackHeight, widens } from '../pdf/stack.js';

const typesetter = new Typesetter(FontSet.load(projectPath('templates', 'blueprint', 'fonts')));
const WIDTH = 200;

describe('fitting a stack of words to a height', () => {
  it('always ends: with blocks that fit, or by saying that they cannot', () => {
    const block = fc.record({
      words: fc.integer({ min: 1, max: 60 }),
      minLines: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(block, fc.boolean()), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 5, max: 400 }),
        (given, room) => {
          const blocks = given.map(
            ([{ words, minLines }, optional]) =>
              new Words(typesetter, Array.from({ length: words }, () => 'word').join(' '), {
                minLines,
                optional,
              }),
          );
          try {
            expect(fitStack(blocks, WIDTH, room).blocks.length).toBeLessThanOrEqual(blocks.length);
          } catch (error) {
            expect(error).toBeInstanceOf(PageTooFullError);
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('widens no gap under a heading: it stays with what it heads', () => {
    const heading = new Words(typesetter, 'Heading', { tag: 'H2', minLines: 1, maxLines: 1 });
    const words = new Words(typesetter, 'one line', { minLines: 99 });
    const room = stackHeight([heading, words, words], WIDTH) + 6;
    expect(fitStack([heading, words, words], WIDTH, room).extra).toBeCloseTo(6);
    expect([1, 2].map((index) => widens([heading, words, words], index))).toEqual([false, true]);
  });

  it('leaves out an optional line that may be cut to none, when there is no room', () => {
    const [kept, optional] = [{ minLines: 99 }, { minLines: 0, optional: true }].map(
      (options) => new Words(typesetter, 'one line', options),
    ) as [Words, Words];
    const room = kept.height(WIDTH) + 1;
    expect(fitStack([kept, optional], WIDTH, room).blocks).toEqual([kept]);
  });

  it('leaves out what goes first before what stands later', () => {
    const [kept, first, later] = [
      { minLines: 99 },
      { minLines: 99, optional: true, goesFirst: true },
      { minLines: 99, optional: true },
    ].map((options) => new Words(typesetter, 'one line', options)) as [Words, Words, Words];
    const room = stackHeight([kept, later], WIDTH) + 1;
    expect(fitStack([kept, first, later], WIDTH, room).blocks).toEqual([kept, later]);
  });
});
