import { shownPercentile } from '../method/percentile-words.js';

/** What a text may say, from the report it stands in. */
export interface TextLimits {
  readonly title: string;
  /** Years of the window and the timeline periods. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
  /** Figures that the report itself computed, as shown. */
  readonly figures: ReadonlySet<string>;
  /** Unrounded percentile 0–100. */
  readonly percentile: number;
}

const YEAR = /\b(1[89]\d\d|20\d\d|21\d\d)(?!s)\b/g;
const DECADE = /\b(early|mid|late)?[ -]?(20\d0)s\b/g;
const PERCENTILE = /(?:exposed|higher) than (?:for )?(\d+)\s?%/g;
const NUMBER = /(?<![\w.*-])\d+(?:[.,]\d+)*(?![\w-])/g;

/** Breaches of one text: years outside the spans, wrong percentile, figures nobody computed, figures left open. */
export function textBreaches(text: string, limits: TextLimits): string[] {
  const breaches: string[] = [];
  for (const [year] of text.matchAll(YEAR)) {
    if (!limits.spans.some(({ from, to }) => Number(year) >= from && Number(year) <= to)) {
      breaches.push(`the year ${year} is outside the window and the timeline`);
    }
  }
  for (const [words, part, decade] of text.matchAll(DECADE)) {
    const start = Number(decade) + (part === 'mid' ? 4 : part === 'late' ? 7 : 0);
    const end = Number(decade) + (part === 'early' ? 3 : part === 'mid' ? 6 : 9);
    if (!limits.spans.some(({ from, to }) => start <= to && end >= from)) {
      breaches.push(`“${words.trim()}” is outside the window and the timeline`);
    }
  }
  for (const [, stated] of text.matchAll(PERCENTILE)) {
    if (Number(stated) !== shownPercentile(limits.percentile)) {
      breaches.push(
        `“more exposed than ${stated}%” is not the percentile, ${shownPercentile(limits.percentile)}`,
      );
    }
  }
  if (/(?:exposed|higher) than (?:for )?\d+\s?%(?! of UK workers)/.test(text))
    breaches.push('the percentile is worded “more exposed than N% of UK workers”');
  for (const [open] of text.matchAll(/\{\{[^}]*\}\}/g)) breaches.push(`${open} is no figure of the report`);
  for (const [figure] of text.replace(YEAR, '').replace(DECADE, '').matchAll(NUMBER)) {
    if (!limits.figures.has(figure)) breaches.push(`the figure ${figure} has no source in the report`);
  }
  return breaches;
}
