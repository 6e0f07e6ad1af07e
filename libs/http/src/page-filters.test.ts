import { pageFilters } from './page-filters.js';
import { printHtml, SafeHtml } from './safe-html.js';

const apply = (name: string, value: unknown, argument?: unknown): string =>
  (pageFilters[name] as (value: unknown, argument?: unknown) => string)(value, argument);

describe('page filters', () => {
  it.each([
    ['money', 4900, '£49'],
    ['money', 4083, '£40.83'],
    ['pounds', 41300, '£41,300'],
    ['share', 0.137, '14%'],
    ['month', '2026-11', 'November 2026'],
    ['month', '2026-11-03T00:00:00Z', 'November 2026'],
    ['day_time', '2026-11-26T18:00:00Z', '6\u00a0pm on Thursday 26\u00a0November 2026'],
    ['day_time', '2026-06-26T17:00:00Z', '6\u00a0pm on Friday 26\u00a0June 2026'],
    ['in_words', 3, 'three'],
    ['in_words', 12, '12'],
    ['sentence', 'less exposed', 'Less exposed'],
  ])('%s of %s', (name, value, words) => expect(apply(name, value)).toBe(words));

  it('counts', () => {
    expect(apply('counted', 1, 'task')).toBe('1 task');
    expect(apply('counted', 3, 'task')).toBe('3 tasks');
  });
});

describe('printHtml', () => {
  it('escapes all but our own markup', () => {
    expect(printHtml('<a href="x">\'&')).toBe('&lt;a href=&#34;x&#34;&gt;&#39;&amp;');
    expect(printHtml(new SafeHtml('<b>'))).toBe('<b>');
    expect(printHtml(undefined)).toBe('');
  });
});
