import type { Drawing, RectShape, Shape } from './types.js';

export interface SvgOptions {
  /** Extra classes on the `svg` element: `narrow`, `wide`. */
  readonly className?: string;
  /** Hides it from assistive technology, where the same figures stand beside it as text. */
  readonly decorative?: boolean;
}

/**
 * The drawing as an SVG element for a page. Colours are classes (`f-accent`, `s-ink`), so the style sheet decides them for light, dark and
 * print; there is no inline style. Hatching for print is drawn as paths of class `pattern`, which the style sheet shows on paper alone.
 */
export function toSvg(drawing: Drawing, { className, decorative = false }: SvgOptions = {}): string {
  const id = shortHash(`${drawing.title}|${drawing.description}|${drawing.width}|${className ?? ''}`);
  const classes = ['chart', className].filter(Boolean).join(' ');
  const open = `<svg class="${classes}" viewBox="0 0 ${n(drawing.width)} ${n(drawing.height)}" width="${n(drawing.width)}" height="${n(drawing.height)}"`;
  const body = drawing.shapes.map(element).join('');
  if (decorative) return `${open} aria-hidden="true" focusable="false">${body}</svg>`;
  return (
    `${open} role="img" aria-labelledby="t-${id} d-${id}">` +
    `<title id="t-${id}">${escape(drawing.title)}</title><desc id="d-${id}">${escape(drawing.description)}</desc>${body}</svg>`
  );
}

function element(shape: Shape): string {
  switch (shape.kind) {
    case 'rect':
      return `<rect class="f-${shape.role}" x="${n(shape.x)}" y="${n(shape.y)}" width="${n(Math.max(0, shape.width))}" height="${n(shape.height)}"/>${hatching(shape)}`;
    case 'line':
      return `<line class="s-${shape.role}" x1="${n(shape.x1)}" y1="${n(shape.y1)}" x2="${n(shape.x2)}" y2="${n(shape.y2)}" stroke-width="${n(shape.width)}"${dash(shape.dash)}/>`;
    case 'path':
      return shape.stroke === undefined
        ? `<path class="f-${shape.role}" d="${escape(shape.d)}"/>`
        : `<path class="no-fill s-${shape.role}" d="${escape(shape.d)}" stroke-width="${n(shape.stroke)}"${dash(shape.dash)}/>`;
    case 'circle':
      return shape.stroke === undefined
        ? `<circle class="f-${shape.role}" cx="${n(shape.cx)}" cy="${n(shape.cy)}" r="${n(shape.r)}"/>`
        : `<circle class="f-paper s-${shape.role}" cx="${n(shape.cx)}" cy="${n(shape.cy)}" r="${n(shape.r)}" stroke-width="${n(shape.stroke)}"/>`;
    case 'text': {
      const weight = shape.weight === 400 ? '' : ` w${shape.weight / 100}`;
      const anchor = shape.anchor === 'start' ? '' : ` text-anchor="${shape.anchor}"`;
      return `<text class="f-${shape.role}${weight}${shape.family === 'serif' ? ' serif' : ''}" x="${n(shape.x)}" y="${n(shape.y)}" font-size="${n(shape.size)}"${anchor}>${escape(shape.text)}</text>`;
    }
  }
}

/** Diagonal strokes inside the bar, one path. */
export function hatchPath({ x, y, width, height, pattern }: RectShape): string {
  if (!pattern) return '';
  const step = pattern === 'dense' ? 4 : 8;
  let d = '';
  for (let at = x; at + height <= x + width; at += step)
    d += `M${n(at)} ${n(y + height)}l${n(height)} ${n(-height)}`;
  return d;
}

function hatching(shape: RectShape): string {
  const d = hatchPath(shape);
  return d ? `<path class="pattern no-fill s-paper" d="${d}" stroke-width="1.2"/>` : '';
}

const dash = (lengths: readonly [number, number] | undefined): string =>
  lengths ? ` stroke-dasharray="${lengths.map(n).join(' ')}"` : '';

/** At most two decimals: no eye sees more, and pages stay small. */
const n = (value: number): string => String(Math.round(value * 100) / 100);

const escape = (words: string): string =>
  words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

/** Ids must differ within a page and be the same on every rendering, so that the page's ETag holds. FNV-1a, 32 bits. */
function shortHash(words: string): string {
  let hash = 0x811c9dc5;
  for (let index = 0; index < words.length; index += 1)
    hash = Math.imul(hash ^ words.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(36);
}
