import { answers } from './answers.check.js';
import { bannedPhrases } from './banned-phrases.js';
import { choice } from './choice.check.js';
import type { CheckFacts } from './check-facts.js';
import type { CheckResult } from './check-result.js';
import { duplicates } from './duplicates.check.js';
import { figures, figuresShown, windowWords } from './figures-checks.js';
import { fingerprint, fonts, letters, pageCount, remade, size, tags } from './file-checks.js';
import type { Check } from './finding.js';
import { belongs, customerName, ownWords } from './identity-checks.js';
import { employers, licences, pay, strangers } from './market-checks.js';
import { advice, plan, planDates } from './plan-checks.js';
import { edits, returned } from './reviewers-checks.js';
import { sources } from './sources.check.js';

const CHECKS: readonly Check[] = [
  fingerprint,
  pageCount,
  belongs,
  remade,
  returned,
  edits,
  customerName,
  ownWords,
  answers,
  figures,
  figuresShown,
  windowWords,
  pay,
  employers,
  strangers,
  licences,
  advice,
  choice,
  plan,
  planDates,
  duplicates,
  bannedPhrases,
  sources,
  letters,
  fonts,
  tags,
  size,
];

/** Every automatic check, in the order a reviewer reads them. Pure: the same facts give the same results. */
export const runChecks = (facts: CheckFacts): CheckResult[] => CHECKS.map((check) => check(facts));
