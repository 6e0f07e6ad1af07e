import { Catalogue } from '../catalogue.js';

const catalogue = Catalogue.load();
const data = catalogue.all().filter(({ kind }) => kind === 'data');

describe('the texts of data reports', () => {
  it('hold four questions or more, a timeline of three and no sentence twice', () => {
    for (const { slug } of data) {
      const report = catalogue.report(slug);
      if (!report) throw new Error(slug);
      expect(report.faq.length).toBeGreaterThanOrEqual(4);
      expect(report.timeline.map(({ phase }) => phase)).toEqual(['past', 'now', 'next']);
      const sentences = [
        ...report.summary,
        report.window.sentence,
        ...report.timeline.map(({ text }) => text),
        ...report.faq.map(({ answer }) => answer),
      ].flatMap((text) => text.split(/(?<=[.:]) (?=[A-Z])/));
      expect(sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)).toEqual([]);
      expect(sentences.join(' ')).not.toMatch(/undefined|NaN|\b(is|are) (and|;)|\b1 (tasks|kinds)\b/);
    }
  });

  it('say what a quick or middling pace alone can promise, and nothing where even the quick one is out of reach', () => {
    const seen = new Set<string | undefined>();
    for (const { slug } of data) {
      const report = catalogue.report(slug);
      const { fromYear, toYear, centralMonths } = report?.window ?? {};
      const title = report?.timeline[2]?.title;
      seen.add(title);
      if (fromYear === undefined) expect(title).toBe('A slow change, if at all');
      else if (toYear !== undefined) expect(title).toBe('Half of the work comes into reach');
      else
        expect([slug, title]).toEqual([
          slug,
          centralMonths === null
            ? 'In reach only if tools are taken up quickly'
            : 'In reach unless tools are taken up slowly',
        ]);
    }
    expect(seen.size).toBe(4);
  });
});
