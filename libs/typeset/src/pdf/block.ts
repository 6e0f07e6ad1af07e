import type { Part } from './part.js';
import type { Sheet } from './sheet.js';

/** A part of a page that knows its height before it is drawn. Heights and widths in points. */
export interface Block {
  /** Space above it when something stands before it. */
  readonly gap: number;
  /** Blocks with a higher number give way first when a page is too full. */
  readonly givesWay: number;
  /** May be left out when a page is too full and nothing can be shortened any more: advice, never findings. */
  readonly optional?: boolean;
  /** Goes before any other that is optional. */
  readonly goesFirst?: boolean;
  /** A heading goes when what it heads goes. */
  readonly heading?: boolean;
  height(width: number): number;
  /** What it says, for the twins of the file. */
  parts(): readonly Part[];
  draw(sheet: Sheet, x: number, y: number, width: number): void;
  /** The next shorter form that is still true and whole, or null. */
  shorter?(width: number): Block | null;
  /** How many points taller it may become to fill a page. */
  readonly canGrow?: number;
  grown?(by: number): Block;
}
