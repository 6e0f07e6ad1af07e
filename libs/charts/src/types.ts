/** Names of the design's colours. The page maps them to CSS variables, the paper to inks; a drawing never holds a colour. */
export type Role =
  | 'ink'
  | 'muted'
  | 'line'
  | 'paper'
  | 'card'
  | 'track'
  | 'accent'
  | 'soft'
  | 'interval'
  | 'low'
  | 'medium'
  | 'high'
  | 'low-text'
  | 'medium-text'
  | 'high-text';

/** How much of a mark is hatched where colour is lost (print): none for low, sparse for medium, dense for high. */
export type Pattern = 'sparse' | 'dense';

export interface RectShape {
  readonly kind: 'rect';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly role: Role;
  readonly pattern?: Pattern;
}

export interface LineShape {
  readonly kind: 'line';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly role: Role;
  /** Stroke width in drawing units. */
  readonly width: number;
  /** Lengths of dash and gap; solid when absent. */
  readonly dash?: readonly [number, number];
}

export interface PathShape {
  readonly kind: 'path';
  /** SVG path data, in drawing units. */
  readonly d: string;
  readonly role: Role;
  /** Filled when absent; otherwise a stroke of this width and no fill. */
  readonly stroke?: number;
  readonly dash?: readonly [number, number];
}

export interface CircleShape {
  readonly kind: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
  readonly role: Role;
  /** A ring of this width instead of a disc. */
  readonly stroke?: number;
}

export interface TextShape {
  readonly kind: 'text';
  /** Where the anchor sits. */
  readonly x: number;
  /** The base line. */
  readonly y: number;
  readonly text: string;
  /** Font size in drawing units. */
  readonly size: number;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly role: Role;
  readonly weight: 400 | 500 | 600;
  readonly family: 'sans' | 'serif';
}

export type Shape = RectShape | LineShape | PathShape | CircleShape | TextShape;

/** The figures of a drawing as a table, for those who cannot see it, and for checking. */
export interface DrawingTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart as shapes: one drawing for the page (SVG) and the paper (PDF). y grows downwards; units are CSS pixels or points. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  /** What it shows, as a sentence; the accessible name. */
  readonly title: string;
  /** The figures in words; the alternative text. */
  readonly description: string;
  readonly shapes: readonly Shape[];
  readonly table: DrawingTable;
}

/** A range with its ends in the chart's unit. */
export interface Range {
  readonly low: number;
  readonly high: number;
}
