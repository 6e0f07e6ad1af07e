export * from './answers/answers.js';
export * from './answers/bands.js';
export * from './answers/choices.js';
export type * from './result/personal-result.js';
export type * from './result/completed-assessment.js';
