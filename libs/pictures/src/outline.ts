import type { PathCommand } from 'fontkit';
import type { Contour } from './coverage.js';

/** Straight pieces a curve is drawn with: at the sizes of a picture nobody sees the corners. */
const PIECES = 8;

/** A letter's outline as closed lines, scaled, with its origin at (x, y). Fonts count upwards, pictures downwards. */
export function outlineOf(commands: readonly PathCommand[], x: number, y: number, scale: number): Contour[] {
  const contours: number[][] = [];
  let points: number[] = [];
  const place = (...args: readonly number[]): void => {
    for (let i = 0; i < args.length; i += 2)
      points.push(x + (args[i] ?? 0) * scale, y - (args[i + 1] ?? 0) * scale);
  };
  let pen: readonly [number, number] = [0, 0];
  for (const { command, args } of commands) {
    switch (command) {
      case 'moveTo':
        points = [];
        contours.push(points);
        place(...args);
        break;
      case 'lineTo':
        place(...args);
        break;
      case 'quadraticCurveTo':
      case 'bezierCurveTo':
        for (let piece = 1; piece <= PIECES; piece += 1) place(...onCurve([...pen, ...args], piece / PIECES));
        break;
      case 'closePath':
        break;
    }
    if (args.length >= 2) pen = [args[args.length - 2] ?? 0, args[args.length - 1] ?? 0];
  }
  return contours;
}

/** The point of a curve at `t` from 0 to 1, by de Casteljau; `points` are its ends and handles, x and y in turn. */
function onCurve(points: readonly number[], t: number): readonly number[] {
  if (points.length <= 2) return points;
  const between: number[] = [];
  for (let i = 0; i + 2 < points.length; i += 1)
    between.push((points[i] ?? 0) + ((points[i + 2] ?? 0) - (points[i] ?? 0)) * t);
  return onCurve(between, t);
}
