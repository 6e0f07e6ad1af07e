import { Catalogue } from '@app/occupations';
import { reportHeadings, windowHeading } from './report-headings.js';

describe('the heading of the tasks', () => {
  it('says how many are in reach, and how much of the week they are', () => {
    const report = Catalogue.load().report('nurse');
    if (!report) throw new Error('There is no report about nurses.');
    const high = report.tasks.filter(({ risk }) => risk === 'High');
    const share = high.reduce((sum, { sharePercent }) => sum + sharePercent, 0);
    expect(high).toHaveLength(2);
    expect(reportHeadings(report).tasks).toBe(
      `Two of nine tasks, ${share}% of the week, are already mostly in reach of current tools`,
    );
    const one = report.tasks.map((task) => (task === high[0] ? { ...task, risk: 'Low' as const } : task));
    expect(reportHeadings({ ...report, tasks: one }).tasks).toMatch(
      /^One of nine tasks, \d+% of the week, is /,
    );
  });
});

describe('the heading of the window', () => {
  it.each([
    ['now', 6, 'Half of the working week is within reach of tools now'],
    ['early 2030s', 60, 'Half of the working week could be within reach in the early 2030s'],
    [
      'early 2030s to mid 2030s',
      60,
      'Half of the working week could be within reach in the early to mid 2030s',
    ],
    [
      'late 2020s to early 2030s',
      20,
      'Half of the working week could be within reach in the late 2020s to early 2030s',
    ],
    [
      'now to early 2030s',
      6,
      'Half of the working week could be within reach between now and the early 2030s',
    ],
    ['more than 10 years', null, 'Half of the working week stays out of reach for more than 10 years'],
    [
      'more than 10 years',
      110,
      'Half of the working week comes within reach in ten years only if tools are taken up quickly',
    ],
  ])('“%s” with a fast run of %s months', (words, fastMonths, heading) => {
    expect(windowHeading({ words, fastMonths, centralMonths: null })).toBe(heading);
  });

  it('does not ask for a quick run where a middling one is enough', () => {
    expect(windowHeading({ words: 'more than 10 years', fastMonths: 70, centralMonths: 108 })).toBe(
      'Half of the working week comes within reach in ten years, but not where tools are taken up slowly',
    );
  });
});
