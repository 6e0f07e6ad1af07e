import { textWidth } from './text-width.js';
import type { Drawing, Shape, TextShape } from './types.js';

/** What a mark may stand out of its frame at the sides and at top and bottom: the half of a stroke, of a letter, of a dot. Drawing units. */
const SLACK = { beside: 12, above: 4 };

export const textsOf = ({ shapes }: Drawing): TextShape[] =>
  shapes.filter((shape): shape is TextShape => shape.kind === 'text');

/** Left, right, top and bottom edges; text is measured, curves are left to their end points. */
export function edges(shape: Shape): [number, number, number, number] {
  switch (shape.kind) {
    case 'rect':
      return [shape.x, shape.x + shape.width, shape.y, shape.y + shape.height];
    case 'line':
      return [
        Math.min(shape.x1, shape.x2),
        Math.max(shape.x1, shape.x2),
        Math.min(shape.y1, shape.y2),
        Math.max(shape.y1, shape.y2),
      ];
    case 'circle':
      return [shape.cx - shape.r, shape.cx + shape.r, shape.cy - shape.r, shape.cy + shape.r];
    case 'path': {
      const numbers = (shape.d.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
      const [xs, ys] = [
        numbers.filter((_, index) => index % 2 === 0),
        numbers.filter((_, index) => index % 2 === 1),
      ];
      return [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    }
    case 'text': {
      const wide = textWidth(shape.text, shape.size, shape.weight);
      const left =
        shape.anchor === 'start' ? shape.x : shape.anchor === 'middle' ? shape.x - wide / 2 : shape.x - wide;
      return [left, left + wide, shape.y - shape.size * 0.75, shape.y];
    }
  }
}

/** The marks that stand out of the drawing's frame. */
export const outsideFrame = ({ shapes, width, height }: Drawing): Shape[] =>
  shapes.filter((shape) => {
    const [left, right, top, bottom] = edges(shape);
    return (
      left < -SLACK.beside ||
      right > width + SLACK.beside ||
      top < -SLACK.above ||
      bottom > height + SLACK.above
    );
  });

/** The words that lie over one another, two by two. */
export function overlappingTexts(drawing: Drawing): string[] {
  const boxes = textsOf(drawing).map((shape) => {
    const [left, right, top, base] = edges(shape);
    return { words: shape.text, left, right, top, bottom: base + shape.size * 0.2 };
  });
  return boxes.flatMap((a, index) =>
    boxes
      .slice(index + 1)
      .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
      .map((b) => `${a.words} | ${b.words}`),
  );
}
