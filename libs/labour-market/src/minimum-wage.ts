import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { projectPath } from '@app/config';

/** What the law asks an employer to pay at the least on a day. */
export interface MinimumWage {
  /** Pounds an hour for people of 21 and over (National Living Wage). */
  readonly adult: number;
  /** Day the rate began, ISO. */
  readonly from: string;
  readonly source: string;
  readonly page: string;
  /** When somebody compared it with the page: a month, or "not yet checked". */
  readonly checked: string;
  /** Whom to ask, by where the person lives. */
  readonly turnTo: string;
}

interface Content {
  readonly source: string;
  readonly page: string;
  readonly checked: string;
  readonly rates: readonly { readonly from: string; readonly adult: number }[];
  readonly 'turn-to': Readonly<Record<'Great Britain' | 'Northern Ireland', string>>;
}

/** Weeks of pay in a year, as the legal rate is counted. */
const WEEKS_A_YEAR = 52.143;

/** The least that the law asks for a year of so many paid hours a week, whole pounds. */
export const leastByLaw = (hours: number, { adult }: Pick<MinimumWage, 'adult'>): number =>
  Math.round(adult * hours * WEEKS_A_YEAR);

/** For how many minutes a week the law asks an employer to pay so much a year, rounded up. */
export const minutesByLaw = (pounds: number, { adult }: Pick<MinimumWage, 'adult'>): number =>
  Math.ceil((60 * pounds) / (WEEKS_A_YEAR * adult));

let content: Content | undefined;
const read = (): Content =>
  (content ??= parse(
    readFileSync(projectPath('libs/labour-market/content/minimum-wage.yaml'), 'utf8'),
  ) as Content);

/** The newest rate there is for people of 21 and over: what no path into the time ahead may fall short of, the same on every day. */
export function newestMinimumWage(): Pick<MinimumWage, 'adult'> {
  const newest = read().rates.at(-1);
  if (!newest) throw new Error('minimum-wage.yaml holds no rate');
  return { adult: newest.adult };
}

/** The rate that holds on a day. @param day ISO date @param nation where the person lives, when they said */
export function minimumWageOn(day: string, nation: string | undefined): MinimumWage {
  const { rates, source, page, checked, 'turn-to': turnToBy } = read();
  const rate = [...rates].reverse().find(({ from }) => from <= day) ?? rates[0];
  if (!rate) throw new Error('minimum-wage.yaml holds no rate');
  const turnTo = turnToBy[nation === 'Northern Ireland' ? 'Northern Ireland' : 'Great Britain'];
  return { adult: rate.adult, from: rate.from, source, page, checked, turnTo };
}
