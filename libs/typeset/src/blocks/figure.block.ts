import type { Drawing } from '@app/charts';
import type { Part } from '../pdf/part.js';
import type { Block } from '../pdf/block.js';
import { drawDrawing } from '../pdf/draw-drawing.js';
import { CONTENT } from '../pdf/page-grid.js';
import type { Sheet } from '../pdf/sheet.js';
import { TYPE } from '../text/text-style.js';
import type { Typesetter } from '../text/typeset.js';

/** Points to a drawing unit: text of 15 units is 10.3 points, of 13 units 8.9. */
export const CHART_SCALE = 0.685;

/** What a chart may use: its width, and how many units each of its parts may be taller than usual. */
export type DrawChart = (size: { readonly width: number; readonly taller: number }) => Drawing;

export interface FigureOptions {
  readonly gap?: number;
  readonly givesWay?: number;
  /** Most units that `taller` may be, and least (negative): how far the chart stretches and gives way. */
  readonly stretch?: readonly [least: number, most: number];
  readonly taller?: number;
}

/** A chart with its finding as a caption; tagged as a Figure whose alternative text says every number. */
export class Figure implements Block {
  readonly gap: number;
  readonly givesWay: number;
  /** Fitting asks for the same height again and again; the shapes are worked out once a size, for all forms of this figure. */
  private readonly drawn: Map<string, Drawing>;

  constructor(
    private readonly typesetter: Typesetter,
    private readonly chart: DrawChart,
    private readonly options: FigureOptions = {},
    drawn = new Map<string, Drawing>(),
  ) {
    this.drawn = drawn;
    this.gap = options.gap ?? 16;
    this.givesWay = options.givesWay ?? 4;
  }

  get canGrow(): number {
    const [, most] = this.options.stretch ?? [0, 0];
    if (most <= this.taller) return 0;
    return (this.drawing(CONTENT, most).height - this.drawing(CONTENT).height) * CHART_SCALE;
  }

  height(width: number): number {
    return this.captionHeight(width) + this.drawing(width).height * CHART_SCALE;
  }

  parts(): readonly Part[] {
    return [{ kind: 'figure', drawing: this.drawing(CONTENT) }];
  }

  draw(sheet: Sheet, x: number, y: number, width: number): void {
    const drawing = this.drawing(width);
    const caption = this.caption(width);
    const top = y + this.captionHeight(width);
    const height = drawing.height * CHART_SCALE;
    sheet.writer.tagged(sheet.section, 'P', () => sheet.writer.text(caption, x, y));
    sheet.writer.tagged(
      sheet.section,
      'Figure',
      () => drawDrawing(sheet.writer, drawing, x, top, CHART_SCALE),
      {
        alt: `${drawing.title}. ${drawing.description}`,
        bbox: [x, top, x + width, top + height],
        placement: 'Block',
      },
    );
  }

  shorter(): Block | null {
    const [least] = this.options.stretch ?? [0, 0];
    if (this.taller <= least) return null;
    return new Figure(
      this.typesetter,
      this.chart,
      { ...this.options, taller: Math.max(least, this.taller - 1), stretch: [least, this.taller - 1] },
      this.drawn,
    );
  }

  grown(by: number): Block {
    const [least, most] = this.options.stretch ?? [0, 0];
    const taller = this.taller + (most - this.taller) * (this.canGrow > 0 ? by / this.canGrow : 0);
    return new Figure(
      this.typesetter,
      this.chart,
      { ...this.options, taller, stretch: [least, taller] },
      this.drawn,
    );
  }

  private get taller(): number {
    return this.options.taller ?? 0;
  }

  private caption(width: number): ReturnType<Typesetter['set']> {
    return this.typesetter.set(this.drawing(width).title, TYPE.label, width, { maxLines: 2 });
  }

  private captionHeight(width: number): number {
    return this.caption(width).height + 6;
  }

  private drawing(width: number, taller = this.taller): Drawing {
    const key = `${width}|${taller}`;
    let drawing = this.drawn.get(key);
    if (!drawing) this.drawn.set(key, (drawing = this.chart({ width: width / CHART_SCALE, taller })));
    return drawing;
  }
}
