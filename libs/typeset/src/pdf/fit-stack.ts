import type { Block } from './block.js';
import { stackHeight, widens } from './stack.js';

/** A page's content cannot be made short enough: a fault in its composition, never shown to a customer. */
export class PageTooFullError extends Error {
  constructor(needed: number, room: number) {
    super(`the content needs ${Math.round(needed)} points and there are ${Math.round(room)}`);
    this.name = 'PageTooFullError';
  }
}

export interface FittedStack {
  readonly blocks: readonly Block[];
  /** Points to add to every gap; when above 0, not to those under a heading. */
  readonly extra: number;
}

/** The most a gap is widened to fill a page, and narrowed when nothing else can give way. */
const WIDEST_EXTRA = 12;
const NARROWEST_EXTRA = -6;

/**
 * Makes blocks fill a height. Too tall: the block that gives way first is shortened, step by step, until all fits; then gaps narrow, and
 * at last advice that is marked as optional is left out. Too short: charts and
 * tables grow to their limit, then the gaps widen a little; what is left stays white at the foot.
 * @throws PageTooFullError when nothing can give way any more.
 */
export function fitStack(blocks: readonly Block[], width: number, room: number): FittedStack {
  let fitted = [...blocks];
  let height = stackHeight(fitted, width);
  while (height > room + 0.01) {
    const next = shortenOne(fitted, width);
    if (!next) {
      const extra = (room - height) / Math.max(1, fitted.length - 1);
      if (extra >= NARROWEST_EXTRA) return { blocks: fitted, extra };
      const fewer = withoutLastOptional(fitted);
      if (!fewer) throw new PageTooFullError(height, room);
      fitted = fewer;
      height = stackHeight(fitted, width);
      continue;
    }
    fitted = next;
    height = stackHeight(fitted, width);
  }
  const growing = fitted.reduce((sum, block) => sum + (block.canGrow ?? 0), 0);
  if (growing > 0) {
    const part = Math.min(1, (room - height) / growing);
    fitted = fitted.map((block) => (block.canGrow ? (block.grown?.(block.canGrow * part) ?? block) : block));
    height = stackHeight(fitted, width);
  }
  const gaps = fitted.filter((_block, index) => widens(fitted, index)).length;
  return { blocks: fitted, extra: gaps > 0 ? Math.min(WIDEST_EXTRA, Math.max(0, room - height) / gaps) : 0 };
}

function shortenOne(blocks: readonly Block[], width: number): Block[] | null {
  const order = blocks
    .map((block, index) => ({ block, index }))
    .sort((a, b) => b.block.givesWay - a.block.givesWay || b.index - a.index);
  for (const { block, index } of order) {
    const shorter = block.shorter?.(width);
    if (shorter) return blocks.map((old, at) => (at === index ? shorter : old));
  }
  return null;
}

/** Leaves out the last optional block, of those that go first if there is one, with a heading that would stand alone. */
function withoutLastOptional(blocks: readonly Block[]): Block[] | null {
  const isOptional = ({ optional, heading }: Block): boolean => optional === true && !heading;
  const soonest = blocks.findLastIndex((block) => isOptional(block) && block.goesFirst === true);
  const last = soonest >= 0 ? soonest : blocks.findLastIndex(isOptional);
  if (last < 0) return null;
  const next = blocks[last + 1];
  const alone = blocks[last - 1]?.heading === true && (!next || next.heading === true);
  return blocks.filter((_block, index) => index !== last && !(alone && index === last - 1));
}
