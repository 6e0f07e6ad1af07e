import { parse } from 'node-html-parser';
import { changesFeed } from './changes-feed.js';

const release = (date: string) => ({
  dataset: '30.2-a',
  model: '1.0',
  date,
  changes: ['Scores & ranges.', 'Pay.'],
});
const feed = (reports: Parameters<typeof changesFeed>[0]['reports']): string =>
  changesFeed({
    brand: 'Pivotwise',
    author: 'Pivotwise Ltd',
    siteUrl: 'https://pivotwise.example',
    releases: [release('2026-11-24')],
    reports,
  });

describe('the feed of changes', () => {
  it('with one release holds that release alone, dated by it', () => {
    const xml = feed([]);
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    expect(xml).toContain('<updated>2026-11-24T00:00:00Z</updated>\n<author>');
    expect(xml).toContain('Scores &amp; ranges. Pay.');
    expect(xml).toContain('tag:pivotwise.example,2026-11-24:release-30.2-a-1.0');
  });

  it('puts what was revised later first, under an id that stays', () => {
    const revised = { slug: 'nurse', title: 'Nurse', changed: '2027-01-01', headline: 'The care is not' };
    const entries = parse(feed([revised])).querySelectorAll('entry');
    expect(entries.map((entry) => entry.querySelector('title')?.text)).toEqual([
      'Nurse: report revised',
      'Catalogue 30.2-a, model 1.0',
    ]);
    expect(entries[0]?.querySelector('id')?.text).toBe('tag:pivotwise.example,2027-01-01:report-nurse');
    expect(feed([revised])).toBe(feed([revised]));
  });
});
