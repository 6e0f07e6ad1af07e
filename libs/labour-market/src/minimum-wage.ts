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

let content: Content | undefined;

/** The rate that holds on a day. @param day ISO date @param nation where the person lives, when they said */
export function minimumWageOn(day: string, nation: string | undefined): MinimumWage {
  content ??= parse(
    readFileSync(projectPath('libs/labour-market/content/minimum-wage.yaml'), 'utf8'),
  ) as Content;
  const { rates, source, page, checked } = content;
  const rate = [...rates].reverse().find(({ from }) => from <= day) ?? rates[0];
  if (!rate) throw new Error('minimum-wage.yaml holds no rate');
  const turnTo = content['turn-to'][nation === 'Northern Ireland' ? 'Northern Ireland' : 'Great Britain'];
  return { adult: rate.adult, from: rate.from, source, page, checked, turnTo };
}
