import type { LineShape, RectShape, Role, TextShape } from './types.js';

type TextOptions = Partial<Pick<TextShape, 'anchor' | 'role' | 'weight' | 'family'>> & { size: number };

/** A text with the house's usual settings: Inter, regular, ink, from the left. */
export const text = (
  x: number,
  y: number,
  words: string,
  { size, anchor = 'start', role = 'ink', weight = 400, family = 'sans' }: TextOptions,
): TextShape => ({
  kind: 'text',
  x,
  y,
  text: words,
  size,
  anchor,
  role,
  weight,
  family,
});

export const rect = (x: number, y: number, width: number, height: number, role: Role): RectShape => ({
  kind: 'rect',
  x,
  y,
  width,
  height,
  role,
});

export const line = (x1: number, y1: number, x2: number, y2: number, role: Role, width = 1): LineShape => ({
  kind: 'line',
  x1,
  y1,
  x2,
  y2,
  role,
  width,
});

/** "+4.2", "−1.0", "0.0": a real minus sign. */
export const signed = (points: number, decimals = 1): string => {
  const rounded = Number(points.toFixed(decimals));
  return `${rounded > 0 ? '+' : rounded < 0 ? '−' : ''}${Math.abs(rounded).toFixed(decimals)}`;
};
