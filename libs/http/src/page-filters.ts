import type { Liquid } from 'liquidjs';
import {
  countWords,
  formatDay,
  formatDayTime,
  formatPence,
  inSentence,
  LONDON,
  pence,
  withArticle,
} from '@app/kernel';

const locale = 'en-GB';
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: LONDON });
const shortDay = new Intl.DateTimeFormat(locale, {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: LONDON,
});

/** Numbers, money and dates as British readers write them. All dates in London. */
export const pageFilters: Readonly<Record<string, (value: never, argument?: never) => string>> = {
  /** Pence → "£49", "£40.83". */
  money: (amount: number) => formatPence(pence(amount)),
  /** Pounds → "£41,300". */
  pounds: (amount: number) => `£${whole.format(amount)}`,
  /** 1234.5 → "1,235"; an argument fixes the decimals. */
  number: (amount: number, decimals?: number) =>
    new Intl.NumberFormat(locale, {
      minimumFractionDigits: decimals ?? 0,
      maximumFractionDigits: decimals ?? 0,
    }).format(amount),
  /** 0.137 → "14%": a share of one, rounded. */
  share: (part: number) => `${whole.format(part * 100)}%`,
  /** 13.7 → "14%". */
  percent: (amount: number) => `${whole.format(amount)}%`,
  /** → "Thursday 26 November 2026". */
  day: (at: string | Date) => formatDay(new Date(at)),
  /** → "6 pm on Thursday 26 November 2026", with the hour and the day kept together. */
  day_time: (at: string | Date) =>
    formatDayTime(new Date(at))
      .replace(/ (am|pm)/, '\u00a0$1')
      .replace(/(\d) (?=[A-Z])/, '$1\u00a0'),
  /** → "26 Nov 2026". */
  short_day: (at: string | Date) => shortDay.format(new Date(at)),
  /** → "November 2026"; takes "2026-11" too. */
  month: (at: string | Date) =>
    month.format(new Date(typeof at === 'string' && /^\d{4}-\d{2}$/.test(at) ? `${at}-15` : at)),
  /** 3 → "three", 11 → "11". */
  in_words: (amount: number) => (amount > 10 ? whole.format(amount) : countWords(amount)),
  /** "Data scientist" → "data scientist"; names and letters ("HR officer") keep their capitals. */
  in_sentence: (text: string) => inSentence(text),
  /** "Accountant" → "an accountant", by sound. */
  an: (title: string) => withArticle(title),
  /** First letter upper case, the rest untouched ("UK" stays). */
  sentence: (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
  /** A count with its noun: `{{ n | counted: 'task' }}` → "1 task", "3 tasks". */
  counted: (amount: number, noun?: string) =>
    `${whole.format(amount)} ${noun ?? ''}${amount === 1 ? '' : 's'}`,
};

export function registerPageFilters(engine: Liquid): void {
  for (const [name, filter] of Object.entries(pageFilters))
    engine.registerFilter(name, filter as (value: unknown) => string);
}
