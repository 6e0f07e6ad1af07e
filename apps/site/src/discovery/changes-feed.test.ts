import { parse } from 'node-html-parser';
import { changesFeed } from './changes-feed.js';
import { type Changed, changesOf } from './changes.js';

const release = (date: string) => ({
  dataset: '30.2-a',
  model: '1.0',
  date,
  changes: ['Scores & ranges.', 'Pay.'],
});
const feed = (more: Partial<Changed>): string =>
  changesFeed({
    title: 'Pivotwise: what changed in the figures',
    author: 'Pivotwise Ltd',
    siteUrl: 'https://pivotwise.example',
    path: '/changes.atom',
    page: '/changes',
    entries: changesOf({ releases: [release('2026-11-24')], reports: [], evidence: [], ...more }),
  });

describe('the feed of changes', () => {
  it('with one release holds that release alone, dated by it', () => {
    const xml = feed({});
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    expect(xml).toContain('<updated>2026-11-24T00:00:00Z</updated>\n<author>');
    expect(xml).toContain('Scores &amp; ranges. Pay.');
    expect(xml).toContain('tag:pivotwise.example,2026-11-24:release-30.2-a-1.0');
  });

  it('puts what was revised or read later first, under an id that stays', () => {
    const revised = { slug: 'nurse', title: 'Nurse', changed: '2027-01-01', headline: 'The care is not' };
    const study = {
      ...{ id: 'a-study', published: '2026', title: 'A study', by: 'Somebody', says: 'It says.' },
      ...{ here: 'nothing' as const, did: 'Nothing.', checked: 'others' as const, read: '2026-12-24' },
      sources: [],
    };
    const more = { reports: [revised], evidence: [study] };
    const entries = parse(feed(more)).querySelectorAll('entry');
    expect(entries.map((entry) => entry.querySelector('title')?.text)).toEqual([
      'Nurse: report revised',
      'Evidence: A study',
      'Catalogue 30.2-a, model 1.0',
    ]);
    expect(entries.map((entry) => entry.querySelector('id')?.text).slice(0, 2)).toEqual([
      'tag:pivotwise.example,2027-01-01:report-nurse',
      'tag:pivotwise.example,2026-12-24:evidence-a-study',
    ]);
    expect(feed(more)).toBe(feed(more));
  });
});
