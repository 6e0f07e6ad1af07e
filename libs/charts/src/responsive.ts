import { toSvg } from './to-svg.js';
import type { Drawing } from './types.js';

/** Widths at which text in a drawing is as large as the text around it: a phone's column and the page's. */
const NARROW = 342;
const WIDE = 720;

/** The same chart laid out twice, for a phone and for a desk; the style sheet shows one of them, and only that one is read out. */
export const responsiveSvg = (draw: (width: number) => Drawing): string =>
  toSvg(draw(NARROW), { className: 'narrow' }) + toSvg(draw(WIDE), { className: 'wide' });
