import type { Block } from './block.js';
import type { Sheet } from './sheet.js';

/** Height of blocks under each other, gaps between them included. */
export const stackHeight = (blocks: readonly Block[], width: number): number =>
  blocks.reduce((sum, block, index) => sum + (index > 0 ? block.gap : 0) + block.height(width), 0);

/** Draws blocks under each other; `extra` is added to every gap. */
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
    if (index > 0) top += block.gap + extra;
    block.draw(sheet, x, top, width);
    top += block.height(width);
  });
}
