import { toSvg } from './to-svg.js';
import type { Drawing } from './types.js';

/** Widths at which text in a drawing is as large as the text around it: a phone's column, a text's and the whole page's. */
const NARROW = 342;
const WIDE = 720;
const FULL = 1120;

/**
 * The same chart laid out twice, for a phone and for a desk; the style sheet shows one of them, and only that one is read out.
 * @param options.full a third time for the whole width of the page, for a chart that earns it.
 */
export const responsiveSvg = (
  draw: (width: number) => Drawing,
  { full = false }: { full?: boolean } = {},
): string =>
  toSvg(draw(NARROW), { className: 'narrow' }) +
  toSvg(draw(WIDE), { className: full ? 'wide mid-page' : 'wide' }) +
  (full ? toSvg(draw(FULL), { className: 'full-page' }) : '');
