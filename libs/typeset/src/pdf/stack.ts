import type { Block } from './block.js';
import type { Sheet } from './sheet.js';

/** Blocks never change, so a height is worked out once a width: fitting asks for it many times. */
const heights = new WeakMap<Block, Map<number, number>>();

export function heightOf(block: Block, width: number): number {
  let known = heights.get(block);
  if (!known) heights.set(block, (known = new Map<number, number>()));
  let height = known.get(width);
  if (height === undefined) known.set(width, (height = block.height(width)));
  return height;
}

/** Height of blocks under each other, gaps between them included. */
export const stackHeight = (blocks: readonly Block[], width: number): number =>
  blocks.reduce((sum, block, index) => sum + (index > 0 ? block.gap : 0) + heightOf(block, width), 0);

/** Whether the gap before a block may be widened: a heading stays with what it heads. */
export const widens = (blocks: readonly Block[], index: number): boolean =>
  index > 0 && blocks[index - 1]?.heading !== true;

/** Draws blocks under each other; `extra` is added to every gap, or to all but those under a heading when it widens them. */
export function drawStack(
  blocks: readonly Block[],
  sheet: Sheet,
  x: number,
  y: number,
  width: number,
  extra = 0,
): void {
  let top = y;
  blocks.forEach((block, index) => {
    if (index > 0) top += block.gap + (extra < 0 || widens(blocks, index) ? extra : 0);
    block.draw(sheet, x, top, width);
    top += heightOf(block, width);
  });
}
