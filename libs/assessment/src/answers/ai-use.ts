/** How far an AI tool does a task of the person's today, least first. */
export const AI_USES = ['little-help', 'never', 'parts', 'most'] as const;
export type AiUse = (typeof AI_USES)[number];

/** The answers as the form offers them. */
export const AI_USE_WORDS: Readonly<Record<AiUse, string>> = {
  never: 'I do not use one for this',
  'little-help': 'I tried one; it helped little',
  parts: 'It does parts of it',
  most: 'It does most of it, and I check',
};

/** The answers in a sentence about the tool, as the result prints them. */
export const AI_USE_SHORT: Readonly<Record<AiUse, string>> = {
  never: 'not used',
  'little-help': 'tried, helped little',
  parts: 'does parts of it',
  most: 'does most of it',
};
