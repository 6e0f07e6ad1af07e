import { bannedPhrases } from './banned-phrases.js';
import type { CheckFacts } from './check-facts.js';
import type { CheckResult } from './check-result.js';
import { customerName, employers, score, sourceDates, windowWords } from './content-checks.js';
import { fingerprint, fonts, pageCount, size, tags } from './file-checks.js';

const CHECKS: readonly ((facts: CheckFacts) => CheckResult)[] = [
  fingerprint,
  pageCount,
  customerName,
  score,
  windowWords,
  bannedPhrases,
  employers,
  sourceDates,
  fonts,
  tags,
  size,
];

/** Every automatic check, in the order a reviewer reads them. Pure: the same facts give the same results. */
export const runChecks = (facts: CheckFacts): CheckResult[] => CHECKS.map((check) => check(facts));
