import { GUTTER } from '../pdf/page-grid.js';
import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import type { Sheet } from '../pdf/sheet.js';
import { stackHeight, drawStack } from '../pdf/stack.js';

/** Two or more columns of blocks, read one after the other. */
export class SideBySide implements Block {
  constructor(
    private readonly stacks: readonly { readonly share: number; readonly blocks: readonly Block[] }[],
    readonly gap = 14,
    readonly givesWay = 2,
    private readonly gutter = GUTTER * 2,
  ) {}

  height(width: number): number {
    return Math.max(
      ...this.places(width).map((place, index) => stackHeight(this.stacks[index]?.blocks ?? [], place.width)),
    );
  }

  parts(): readonly Part[] {
    return this.stacks.flatMap(({ blocks }) => blocks.flatMap((block) => block.parts()));
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    this.places(width).forEach((place, index) =>
      drawStack(this.stacks[index]?.blocks ?? [], sheet, x + place.x, y, place.width),
    );
  }

  /** Shortens the tallest column. */
  shorter(width: number): Block | null {
    const places = this.places(width);
    const tallest = places
      .map((place, index) => ({
        index,
        width: place.width,
        height: stackHeight(this.stacks[index]?.blocks ?? [], place.width),
      }))
      .sort((a, b) => b.height - a.height)[0];
    if (!tallest) return null;
    const stack = this.stacks[tallest.index];
    if (!stack) return null;
    const order = stack.blocks
      .map((block, index) => ({ block, index }))
      .sort((a, b) => b.block.givesWay - a.block.givesWay);
    for (const { block, index } of order) {
      const shorter = block.shorter?.(tallest.width);
      if (!shorter) continue;
      const blocks = stack.blocks.map((old, at) => (at === index ? shorter : old));
      return new SideBySide(
        this.stacks.map((old, at) => (at === tallest.index ? { ...old, blocks } : old)),
        this.gap,
        this.givesWay,
        this.gutter,
      );
    }
    return null;
  }

  private places(width: number): { x: number; width: number }[] {
    const total = this.stacks.reduce((sum, { share }) => sum + share, 0);
    const free = width - this.gutter * (this.stacks.length - 1);
    let x = 0;
    return this.stacks.map(({ share }) => {
      const place = { x, width: (free * share) / total };
      x += place.width + this.gutter;
      return place;
    });
  }
}
