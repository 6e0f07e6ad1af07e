export { Canvas, type Colour, colour } from './canvas.js';
export { encodePng } from './png.js';
export { Typeface } from './typeface.js';
