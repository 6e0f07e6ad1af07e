import { readFileSync } from 'node:fs';
import { projectPath } from '@app/config';
import { type Drawing, scoreStrip, type Shape } from '@app/charts';
import { Canvas, type Colour, colour, Typeface } from '@app/pictures';

/** The size that messengers and social networks show whole. */
export const PICTURE = { width: 1200, height: 630 } as const;
/** Belongs to the address of a picture: raise it when the drawing changes. */
export const PICTURE_DESIGN = '1';

const MARGIN = 72;
const INNER = PICTURE.width - 2 * MARGIN;
/** Size of the words at a chart, in pixels. */
const LABEL = 20;
/** The light palette of the site: `:root` in `site.css`. */
const PALETTE = {
  paper: colour('#FBFAF6'),
  ink: colour('#17212B'),
  muted: colour('#56616C'),
  line: colour('#D9D5CA'),
  track: colour('#ECE8DD'),
  accent: colour('#0B5C5A'),
  interval: colour('#A9CBC8'),
};

/** What a picture says. */
export interface SharePicture {
  readonly brand: string;
  readonly title: string;
  /** One sentence under the title. */
  readonly say: string;
  /** At the foot: where it comes from. */
  readonly source: string;
  readonly score?: {
    readonly exact: number;
    readonly value: number;
    readonly band: string;
    readonly interval: { readonly low: number; readonly high: number };
  };
}

interface Faces {
  readonly serif: Typeface;
  readonly regular: Typeface;
  readonly strong: Typeface;
}

let faces: Faces | undefined;

function loadFaces(): Faces {
  const face = (name: string): Typeface =>
    new Typeface(readFileSync(projectPath('templates', 'blueprint', 'fonts', name)));
  return (faces ??= {
    serif: face('SourceSerif4_600SemiBold.ttf'),
    regular: face('Inter_400Regular.ttf'),
    strong: face('Inter_600SemiBold.ttf'),
  });
}

/** Draws what a shared link shows: the name, the score with its likely range, and whose it is. */
export function drawSharePicture({ brand, title, say, source, score }: SharePicture): Canvas {
  const { serif, regular, strong } = loadFaces();
  const canvas = new Canvas(PICTURE.width, PICTURE.height, PALETTE.paper);
  canvas.rect(0, 0, PICTURE.width, 12, PALETTE.accent);
  strong.write(canvas, brand, MARGIN, 92, 30, PALETTE.accent);
  if (score) {
    const label = 'AI exposure score';
    regular.write(canvas, label, PICTURE.width - MARGIN - regular.width(label, 26), 92, 26, PALETTE.muted);
  }
  const { size, lines } = fitting(
    serif,
    title,
    score ? [76, 64, 56, 50, 44] : [84, 76, 68],
    score ? 190 : 290,
  );
  let y = 120;
  for (const line of lines) serif.write(canvas, line, MARGIN, (y += size * 1.12), size, PALETTE.ink);
  y += 20;
  // A long title takes the room of the sentence.
  const words = regular.lines(say, 30, INNER);
  if (y + words.length * 42 < (score ? 348 : 520))
    for (const line of words) regular.write(canvas, line, MARGIN, (y += 42), 30, PALETTE.muted);
  if (score) drawScore(canvas, loadFaces(), score);
  canvas.rect(MARGIN, 560, INNER, 1, PALETTE.line);
  regular.write(canvas, source, MARGIN, 596, 22, PALETTE.muted);
  return canvas;
}

function drawScore(
  canvas: Canvas,
  type: Faces,
  { exact, value, band, interval }: Required<SharePicture>['score'],
): void {
  const figure = String(value);
  type.serif.write(canvas, figure, MARGIN, 444, 96, PALETTE.ink);
  const beside = MARGIN + type.serif.width(figure, 96) + 20;
  type.strong.write(canvas, band, beside, 406, 28, PALETTE.ink);
  type.regular.write(
    canvas,
    `likely ${interval.low}–${interval.high} of 100`,
    beside,
    442,
    28,
    PALETTE.muted,
  );
  // The same drawing as on the page, twice as large.
  const scale = 2;
  drawShapes(
    canvas,
    type,
    scoreStrip({ score: exact, interval, title: '', width: INNER / scale }),
    460,
    scale,
  );
}

/** Shapes of a chart on a canvas, from `top` down. Knows the kinds that a score strip is made of. */
function drawShapes(canvas: Canvas, type: Faces, { shapes }: Drawing, top: number, scale: number): void {
  for (const shape of shapes) {
    const fill = roleColour(shape);
    if (shape.kind === 'rect') {
      const { x, y, width, height } = shape;
      canvas.rect(MARGIN + x * scale, top + y * scale, width * scale, height * scale, fill);
    } else if (shape.kind === 'text') {
      const size = LABEL;
      const wide = type.regular.width(shape.text, size);
      const start = { start: 0, middle: wide / 2, end: wide }[shape.anchor ?? 'start'];
      type.regular.write(
        canvas,
        shape.text,
        MARGIN + shape.x * scale - start,
        top + shape.y * scale,
        size,
        fill,
      );
    }
  }
}

function roleColour({ role }: Shape): Colour {
  return PALETTE[role as keyof typeof PALETTE] ?? PALETTE.ink;
}

/** The largest size at which the title takes no more than `room` pixels in height and no word sticks out. */
function fitting(
  face: Typeface,
  title: string,
  sizes: readonly number[],
  room: number,
): { size: number; lines: string[] } {
  const tries = sizes.map((size) => ({ size, lines: face.lines(title, size, INNER) }));
  const fits = tries.find(
    ({ size, lines }) =>
      lines.length * size * 1.12 <= room && lines.every((line) => face.width(line, size) <= INNER),
  );
  const smallest = tries[tries.length - 1] ?? { size: 42, lines: [title] };
  return fits ?? smallest;
}
