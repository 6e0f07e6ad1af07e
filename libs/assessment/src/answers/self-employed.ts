import type { Answers } from './answers.js';

const SELF_EMPLOYED =
  /\b(self[- ]?employed|freelanc\w*|sole trader|my own (business|salon|firm|company|shop)|work for myself|chair rent\w*)\b/i;

/** Whether somebody said with their title that they work for themselves: no manager to ask, no payslip, no employer's pension. */
export const isSelfEmployed = ({ jobTitle = '' }: Pick<Answers, 'jobTitle'>): boolean =>
  SELF_EMPLOYED.test(jobTitle);
