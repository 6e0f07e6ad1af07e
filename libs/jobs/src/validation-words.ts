import type { ValidationError } from 'class-validator';

/** Every rule that a value breaks, in class-validator's words. */
export const validationWords = (error: ValidationError): string[] => [
  ...Object.values(error.constraints ?? {}),
  ...(error.children ?? []).flatMap(validationWords),
];
