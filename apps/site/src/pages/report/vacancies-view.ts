import type { LiveFigures } from '@app/labour-market';
import { listWords } from '@app/kernel';

const pounds = new Intl.NumberFormat('en-GB', {
  style: 'currency',
  currency: 'GBP',
  maximumFractionDigits: 0,
});
const whole = new Intl.NumberFormat('en-GB');
const roundly = (amount: number): string => pounds.format(Math.round(amount / 100) * 100);

const MOST_COMPANIES = 3;
/** A mean of fewer advertisements says nothing about the work. */
const ENOUGH = 10;

/** A reading of vacancies in sentences, each part only where the source gave it. */
export interface VacanciesView {
  readonly heading: string;
  readonly sentences: readonly string[];
  /** When it was read. */
  readonly readAt: Date;
}

export function vacanciesView(live: LiveFigures): VacanciesView {
  const { vacancies, searchedFor, area } = live;
  const heading =
    vacancies === 0
      ? 'No vacancies found'
      : `${whole.format(vacancies)} ${vacancies === 1 ? 'vacancy' : 'vacancies'} advertised`;
  const found =
    vacancies === 0
      ? `A search of ${area} for “${searchedFor}” found no advertisement. Other titles may find some.`
      : `A search of ${area} for “${searchedFor}” found ${vacancies === 1 ? 'this one' : 'these'}. It counts advertisements that name the words, so a few are for other work, and much work is never advertised.`;
  return {
    heading,
    sentences: [found, ...payWords(live), ...trendWords(live), ...companyWords(live)],
    readAt: live.readAt,
  };
}

function payWords({ vacancies, meanPay }: LiveFigures): string[] {
  if (meanPay === null || vacancies < ENOUGH) return [];
  return [`The mean of the pay they state is ${roundly(meanPay)} a year.`];
}

/** Last month beside the same month of the year before, or the first one known. */
function trendWords({ vacancies, trend }: LiveFigures): string[] {
  const [first, last] = [trend?.[0], trend?.at(-1)];
  if (!first || !last || first.month === last.month || vacancies < ENOUGH) return [];
  return [
    `Advertised pay was ${roundly(first.meanPay)} in ${monthName(first.month)} and ${roundly(last.meanPay)} in ${monthName(last.month)}.`,
  ];
}

function companyWords({ topCompanies }: LiveFigures): string[] {
  const named = (topCompanies ?? []).slice(0, MOST_COMPANIES);
  if (named.length === 0) return [];
  return [
    `The most come from ${listWords(named.map(({ name, vacancies }) => `${name} (${whole.format(vacancies)})`))}. Some of these may be agencies.`,
  ];
}

const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });
const monthName = (yearAndMonth: string): string => month.format(new Date(`${yearAndMonth}-15T00:00:00Z`));
