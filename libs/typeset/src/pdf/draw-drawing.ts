import { type Drawing, hatchPath, type RectShape, type Role, type Shape } from '@app/charts';
import { INK, type Ink, type TextStyle } from '../text/text-style.js';
import type { PdfWriter } from './pdf-writer.js';

const INKS: Readonly<Record<Role, Ink>> = {
  ink: 'ink',
  muted: 'muted',
  line: 'line',
  paper: 'paper',
  card: 'paper',
  track: 'track',
  accent: 'accent',
  soft: 'soft',
  interval: 'interval',
  low: 'low',
  medium: 'medium',
  high: 'high',
  'low-text': 'lowText',
  'medium-text': 'mediumText',
  'high-text': 'highText',
};

/**
 * Draws a chart with its top left corner at (x, y), `scale` points to a drawing unit. The same shapes as on the web; marks are hatched, so
 * that they differ on grey paper too.
 */
export function drawDrawing(writer: PdfWriter, drawing: Drawing, x: number, y: number, scale: number): void {
  const { canvas } = writer;
  for (const shape of drawing.shapes) {
    if (shape.kind === 'text') continue;
    drawShape(writer, shape, { x, y, scale });
  }
  canvas.undash();
  for (const shape of drawing.shapes) {
    if (shape.kind !== 'text') continue;
    const style = textStyle(shape, scale);
    const set = writer.typesetter.set(shape.text, style, Infinity);
    const width = set.lines[0]?.width ?? 0;
    const shift = shape.anchor === 'start' ? 0 : shape.anchor === 'middle' ? width / 2 : width;
    writer.text(set, x + shape.x * scale - shift, y + shape.y * scale - writer.typesetter.baseline(style));
  }
}

function textStyle(shape: Extract<Shape, { kind: 'text' }>, scale: number): TextStyle {
  const serif = shape.family === 'serif';
  const face = serif
    ? shape.weight === 400
      ? 'serif'
      : 'serifBold'
    : shape.weight === 400
      ? 'sans'
      : shape.weight === 500
        ? 'sansMedium'
        : 'sansBold';
  // Figures stand under each other in charts as in tables.
  return {
    face,
    strong: face,
    size: shape.size * scale,
    leading: shape.size * scale * 1.3,
    ink: INKS[shape.role],
    tabular: !serif,
  };
}

function drawShape(
  writer: PdfWriter,
  shape: Exclude<Shape, { kind: 'text' }>,
  at: { x: number; y: number; scale: number },
): void {
  const { canvas } = writer;
  const { x, y, scale } = at;
  const colour = INK[INKS[shape.role]];
  switch (shape.kind) {
    case 'rect':
      if (shape.width <= 0 || shape.height <= 0) return;
      writer.rect(
        x + shape.x * scale,
        y + shape.y * scale,
        shape.width * scale,
        shape.height * scale,
        INKS[shape.role],
      );
      hatch(writer, shape, at);
      return;
    case 'line':
      stroke(writer, colour, shape.width * scale, shape.dash, scale);
      canvas
        .moveTo(x + shape.x1 * scale, y + shape.y1 * scale)
        .lineTo(x + shape.x2 * scale, y + shape.y2 * scale)
        .stroke();
      return;
    case 'circle': {
      const [cx, cy, r] = [x + shape.cx * scale, y + shape.cy * scale, shape.r * scale];
      writer.ink(shape.stroke === undefined ? INKS[shape.role] : 'paper');
      canvas.circle(cx, cy, r);
      if (shape.stroke === undefined) canvas.fill();
      else {
        stroke(writer, colour, shape.stroke * scale, undefined, scale);
        canvas.fillAndStroke();
      }
      return;
    }
    case 'path':
      canvas.save().translate(x, y).scale(scale);
      if (shape.stroke === undefined) {
        writer.ink(INKS[shape.role]);
        canvas.path(shape.d).fill();
      } else {
        stroke(writer, colour, shape.stroke, shape.dash, 1);
        canvas.path(shape.d).stroke();
      }
      canvas.restore();
      return;
  }
}

function hatch(
  writer: PdfWriter,
  shape: RectShape,
  { x, y, scale }: { x: number; y: number; scale: number },
): void {
  const d = hatchPath(shape);
  if (!d) return;
  const { canvas } = writer;
  canvas.save().translate(x, y).scale(scale);
  stroke(writer, INK.paper, 1, undefined, 1);
  canvas.path(d).stroke().restore();
}

function stroke(
  writer: PdfWriter,
  colour: string,
  width: number,
  dash: readonly [number, number] | undefined,
  scale: number,
): void {
  const { canvas } = writer;
  canvas.lineWidth(width).strokeColor(colour);
  if (dash) canvas.dash(dash[0] * scale, { space: dash[1] * scale });
  else canvas.undash();
}
