export type * from '../dataset/element-rating.js';
export type * from './occupation.js';
export type * from './pivot.js';
export type * from './report.js';
export type * from './search-answer.js';
export type * from './search-hit.js';
export type * from './task.js';
export type * from './window.js';
