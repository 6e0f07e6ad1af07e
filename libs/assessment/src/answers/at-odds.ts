import { inSentence } from '@app/kernel';
import type { Answers } from './answers.js';
import { isBetweenJobs } from './between-jobs.js';
import { PAY_BANDS } from './choices.js';

/** Two answers that seldom go together, asked about kindly; nothing refuses them. */
export interface AtOdds {
  /** What was said, and what is asked. */
  readonly words: string;
  /** Last part of the address where it can be changed. */
  readonly page: 'about-you-work' | 'moving';
}

/** A beginner of so many years. */
const LONG_FOR_A_BEGINNER = 10;
/** A floor so many times the top of one's band. */
const FAR_ABOVE = 1.5;
/** A floor this far under one's band is less pay, which they wished to avoid. */
const FAR_BELOW = 0.9;
/** Hours of work and learning that leave no week. */
const A_WHOLE_WEEK = 84;
/** Pounds a year below which thousands are meant. */
const MEANT_THOUSANDS = 200;
/** Fewer hours are part of a week, and pounds an hour that few parts of a week are paid. */
const [PART_OF_A_WEEK, RARE_PAY_AN_HOUR, WEEKS_A_YEAR] = [25, 45, 52.14];

const pounds = (amount: number): string => `£${amount.toLocaleString('en-GB')}`;

/** What is worth a second look before the result, of a person's own answers; none for most. */
export function answersAtOdds(answers: Answers): AtOdds[] {
  const { level, years, hoursPerWeek, payBand, constraints = {} } = answers;
  const [work, earn] = isBetweenJobs(answers)
    ? ['You named', 'what you earned']
    : ['You work', 'what you earn now'];
  const { lowestPay, hoursPerWeekForLearning = 0, avoid = [] } = constraints;
  const band = payBand && PAY_BANDS[payBand];
  const found: AtOdds[] = [];
  const ask = (page: AtOdds['page'], words: string): void => void found.push({ page, words });
  if (level === 'junior' && years !== undefined && years >= LONG_FOR_A_BEGINNER)
    ask(
      'about-you-work',
      `You said ${years} years in this kind of work, and that you are starting out. Are both right?`,
    );
  if ((level === 'senior' || level === 'lead') && years === 0)
    ask(
      'about-you-work',
      'You said that you guide others, and no years in this kind of work. Are both right?',
    );
  const thousands = lowestPay !== undefined && lowestPay > 0 && lowestPay < MEANT_THOUSANDS;
  if (thousands)
    ask(
      'moving',
      `The lowest pay you would accept is ${pounds(lowestPay)} a year, as you wrote it. Did you mean ${pounds(1_000 * lowestPay)}?`,
    );
  // Few hours explain a floor far above their pay better than a wish does.
  else if (
    lowestPay !== undefined &&
    hoursPerWeek !== undefined &&
    hoursPerWeek < PART_OF_A_WEEK &&
    lowestPay / (hoursPerWeek * WEEKS_A_YEAR) > RARE_PAY_AN_HOUR
  )
    ask(
      'moving',
      `${work} ${hoursPerWeek} hours a week, and would accept no less than ${pounds(lowestPay)} a year. We count pay at your hours: is that the pay of a full week?`,
    );
  else if (lowestPay !== undefined && typeof band?.to === 'number' && lowestPay >= FAR_ABOVE * band.to)
    ask(
      'moving',
      `The lowest pay you would accept, ${pounds(lowestPay)}, is far above ${earn}, ${inSentence(band.label)}. Hardly any move keeps it. Is it what you need?`,
    );
  if (
    avoid.includes('lower-pay') &&
    lowestPay !== undefined &&
    !thousands &&
    band &&
    lowestPay < FAR_BELOW * band.from
  )
    ask(
      'moving',
      `You would rather not earn less, and would accept ${pounds(lowestPay)}, which is less than ${earn}. Which counts?`,
    );
  if (hoursPerWeek !== undefined && hoursPerWeek + hoursPerWeekForLearning > A_WHOLE_WEEK)
    ask(
      'about-you-work',
      `${work} ${hoursPerWeek} hours a week${hoursPerWeekForLearning > 0 ? `, and have ${hoursPerWeekForLearning} more for learning` : ''}. Is that a usual week?`,
    );
  return found;
}
