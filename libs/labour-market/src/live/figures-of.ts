import type { HistogramAnswer, HistoryAnswer, SearchAnswer, TopCompaniesAnswer } from './adzuna-answers.js';
import type { AdvertisingCompany, MonthlyPay, PayStep } from './live-market.js';

const TREND_MONTHS = 12;
const COMPANIES = 5;

/** Mean advertised pay in whole pounds; 0 is how the source says that it has none. */
const wholePounds = (pay: number | string | null | undefined): number | null =>
  Math.round(Number(pay ?? 0)) || null;

export const vacanciesOf = ({
  count,
  mean,
}: SearchAnswer): { vacancies: number; meanPay: number | null } => ({
  vacancies: count,
  meanPay: count === 0 ? null : wholePounds(mean),
});

/** The steps in rising order, each ending where the next begins. */
export function payHistogramOf({ histogram }: HistogramAnswer): PayStep[] {
  const steps = Object.entries(histogram)
    .map(([from, vacancies]) => ({ from: Number(from), vacancies: Number(vacancies) }))
    .sort((a, b) => a.from - b.from);
  return steps.map((step, index) => ({ ...step, to: steps[index + 1]?.from ?? null }));
}

/** The companies that have a name, most vacancies first. */
export const topCompaniesOf = ({ leaderboard }: TopCompaniesAnswer): AdvertisingCompany[] =>
  leaderboard
    .map(({ canonical_name, display_name, count, average_salary }) => ({
      name: (display_name ?? canonical_name ?? '').trim(),
      vacancies: count,
      meanPay: wholePounds(average_salary),
    }))
    .filter(({ name, vacancies }) => name !== '' && vacancies > 0)
    .sort((a, b) => b.vacancies - a.vacancies)
    .slice(0, COMPANIES);

/** The last twelve months, oldest first; months without pay are left out, never shown as 0. */
export const trendOf = ({ month }: HistoryAnswer): MonthlyPay[] =>
  Object.entries(month)
    .flatMap(([name, pay]) => {
      const meanPay = wholePounds(pay);
      return meanPay === null ? [] : [{ month: name, meanPay }];
    })
    .sort((a, b) => (a.month < b.month ? -1 : 1))
    .slice(-TREND_MONTHS);
