import { isSelfEmployed } from '@app/assessment';
import { leastByLaw, type Nation, nationOf } from '@app/labour-market';
import { hours as hoursWords, pounds } from '../copy/word-filters.js';
import type { BlueprintInputs } from '../snapshot/blueprint-inputs.js';

/** Weeks of a year, and those of them that the law gives an employee as paid holiday. */
const [WEEKS_A_YEAR, HOLIDAY_WEEKS] = [52.14, 5.6];
/** The least that an employer pays into a workplace pension, as a share of (most of) the pay. */
const EMPLOYER_PENSION = 0.03;
const FULL_TIME_HOURS = 37.5;

/** What to know before a job is given up, a sentence or two each, with the page; for who works for themselves also what an employee's pay is worth an hour. */
export function leavingWords({ leaving, answers, payNow, minimumWage }: BlueprintInputs): string[] {
  const nation = nationOf(answers.region);
  const said = leaving.map(({ words, page }) => `${words.replace(/\.$/, '')} (${pageIn(page, nation)}).`);
  if (!isSelfEmployed(answers) || payNow?.median === undefined) return said;
  const hours = payNow.hours ?? answers.hoursPerWeek ?? FULL_TIME_HOURS;
  const worked = hours * (WEEKS_A_YEAR - HOLIDAY_WEEKS);
  // A median from before the rate rose may lie below what an employee is paid by law today.
  const least = leastByLaw(hours, minimumWage);
  const [who, pay] = payNow.median < least ? ['on the legal rate', least] : ['at the middle', payNow.median];
  const rate = (pay * (1 + EMPLOYER_PENSION)) / worked;
  const [first = '', ...rest] = said;
  return [
    first,
    `An employee ${who}, ${pounds(pay)} at ${hoursWords(hours)} hours, has 5.6 weeks of paid holiday, sick pay and an employer’s pension of 3% besides: you match it from about £${rate.toFixed(2)} for each hour you work, after costs.`,
    ...rest,
  ];
}

/** Of "www.gov.uk/… or www.nidirect.gov.uk" the one of the nation, where one was said. */
function pageIn(page: string, nation: Nation | undefined): string {
  const pages = page.split(' or ');
  const isIrish = (one: string): boolean => one.includes('nidirect');
  if (nation === undefined || pages.length < 2) return page;
  return pages.find((one) => isIrish(one) === (nation === 'Northern Ireland')) ?? page;
}
