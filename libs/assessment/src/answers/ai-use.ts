import { wordsOf } from '../content/question-file.js';

/** How far an AI tool does a task of the person's today, least first. */
export const AI_USES = ['little-help', 'never', 'parts', 'most'] as const;
export type AiUse = (typeof AI_USES)[number];

/** The answers as the form offers them. */
export const AI_USE_WORDS = wordsOf('aiUse', AI_USES);

/** The answers in a sentence about the tool, as the result prints them. */
export const AI_USE_SHORT = wordsOf('aiUse', AI_USES, 'short');
