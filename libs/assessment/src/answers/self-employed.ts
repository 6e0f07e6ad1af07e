import type { Answers } from './answers.js';

const SELF_EMPLOYED =
  /\b(self[- ]?employ(ed|ment)|freelanc\w*|sole trader|owner[- ](driver|operator)|my own (business|salon|firm|company|shop|practice|studio|van|cab|taxi|clients)|work(ing)? for myself|own boss|chair rent\w*|rent(s|ing)? (a|my) (chair|room)|mobile (hairdresser|barber|beautician|nail technician|dog groomer|mechanic|therapist))\b/i;

/** Whether somebody said with their title that they work for themselves: no manager to ask, no payslip, no employer's pension. */
export const isSelfEmployed = ({ jobTitle = '' }: Pick<Answers, 'jobTitle'>): boolean =>
  SELF_EMPLOYED.test(jobTitle);
