import { Catalogue } from '../catalogue.js';
import type { OccupationReport } from '../model/report.js';
import { contentBreaches } from './content-gate.js';
import { consistencyBreaches, reportBreaches } from '../report/report-gate.js';

const catalogue = Catalogue.load();
const reportOf = (slug: string): OccupationReport => {
  const report = catalogue.report(slug);
  if (!report) throw new Error(`no report ${slug}`);
  return report;
};
const reference = reportOf('machine-learning-engineer');

describe('the consistency gate', () => {
  const edited = catalogue.all().filter(({ kind }) => kind === 'edited');

  it.each(edited.map(({ slug }) => slug))('lets %s through', (slug) => {
    const file = catalogue.contentOf(slug);
    expect(file && contentBreaches(file, reportOf(slug), catalogue.gateKnown())).toEqual([]);
  });

  it('lets data reports through', () => {
    const data = catalogue.all().filter(({ kind }) => kind === 'data');
    expect(data.flatMap(({ slug }) => reportOf(slug).breaches.map((breach) => `${slug}: ${breach}`))).toEqual(
      [],
    );
  });

  it.each<[string, (report: OccupationReport) => OccupationReport, RegExp]>([
    [
      'a label that does not fit',
      (r) => ({
        ...r,
        tasks: r.tasks.map((task, i) => (i === 0 ? { ...task, risk: 'Low' as const } : task)),
      }),
      /label Low does not fit the exposure 76/,
    ],
    ['tasks that do not add up', (r) => ({ ...r, tasks: r.tasks.slice(1) }), /do not add up/],
    ['a year outside the window', (r) => ({ ...r, headline: 'All of it by 2045' }), /year 2045 is outside/],
    [
      'a decade outside the window',
      (r) => ({ ...r, headline: 'Gone by the late 2030s' }),
      /late 2030s” is outside/,
    ],
    [
      'another percentile',
      (r) => ({ ...r, summary: ['It is more exposed than 12% of UK workers.'] }),
      /“more exposed than 12%” is not the percentile/,
    ],
    [
      'another wording of the percentile',
      (r) => ({ ...r, summary: [`More exposed than ${r.percentile.value}% of people.`] }),
      /percentile is worded/,
    ],
    [
      'a direction the intervals do not bear',
      (r) => ({ ...r, pivots: r.pivots.map((pivot) => ({ ...pivot, direction: 'less exposed' as const })) }),
      /“less exposed” does not fit/,
    ],
    [
      'a direction in the words of a path',
      (r) => ({ ...r, pivots: r.pivots.map((pivot) => ({ ...pivot, why: 'It is less exposed.' })) }),
      /“less exposed” does not fit the scores/,
    ],
    [
      'a figure from nowhere',
      (r) => ({ ...r, summary: ['It saves 73% of the time.'] }),
      /figure 73 has no source/,
    ],
    [
      'a figure left open',
      (r) => ({ ...r, headline: 'About {{nothing}} of it' }),
      /\{\{nothing\}\} is no figure/,
    ],
    [
      'another count of measures',
      (r) => ({ ...r, evidence: { ...r.evidence, dots: r.evidence.dots.slice(1) } }),
      /does not count the measures/,
    ],
    ['a measure without source', (r) => ({ ...r, sources: [] }), /has no source in the list/],
    [
      'window words that do not fit',
      (r) => ({ ...r, window: { ...r.window, words: 'now' } }),
      /does not fit the months/,
    ],
    [
      'a tool never checked',
      (r) => ({ ...r, tasks: r.tasks.map((task) => ({ ...task, tools: [{ name: 'X', checked: '' }] })) }),
      /no date checked/,
    ],
  ])('stops %s', (_what, spoil, message) => {
    expect(reportBreaches(spoil(reference)).join('\n')).toMatch(message);
  });

  it('lets a text name the years from the fast run to the horizon when the slow run never ends', () => {
    const open = (text: string): string[] => {
      const { toYear: _never, ...window } = reference.window;
      return reportBreaches({
        ...reference,
        timeline: [],
        summary: [text],
        headline: '',
        faq: [],
        pivots: [],
        tasks: [],
        window: { ...window, fromYear: 2031 },
      }).filter((breach) => breach.startsWith('summary'));
    };
    expect(open('Half of it by 2031, or about 2034 at a middling pace.')).toEqual([]);
    expect(open('Not before the mid 2030s.')).toEqual([]);
    expect(open('By 2030.').join()).toMatch(/year 2030 is outside/);
    expect(open('By 2037.').join()).toMatch(/year 2037 is outside/);
  });

  it('names file and line', () => {
    const file = catalogue.contentOf('machine-learning-engineer');
    const spoiled = {
      ...reference,
      faq: reference.faq.map((entry, i) => (i === 1 ? { ...entry, answer: 'By 2099.' } : entry)),
    };
    const [breach = ''] = file ? contentBreaches(file, spoiled, catalogue.gateKnown()) : [];
    const line = Number(/^machine-learning-engineer\.yaml:(\d+): faq\.1\.answer/.exec(breach)?.[1]);
    expect(line).toBeGreaterThan(150);
    expect(consistencyBreaches(spoiled)).toHaveLength(1);
  });
});
