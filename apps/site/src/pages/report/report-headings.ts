import { OTHER_ACTIVITIES, type OccupationReport, type Window } from '@app/occupations';
import { inSentence } from '@app/kernel';

const COUNTS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten'];
const count = (number: number): string => COUNTS[number] ?? String(number);

/** The headings of a report: each is a sentence that says the finding, computed from the same figures the section shows. */
export interface ReportHeadings {
  /** "Machine learning engineer: exposed at the edges, not at the core" */
  readonly page: string;
  readonly tasks: string;
  readonly window: string;
  readonly compare: string;
  readonly pivots: string;
}

export const reportHeadings = (report: OccupationReport): ReportHeadings => ({
  page: `${report.title}: ${inSentence(report.headline)}`,
  tasks: tasksHeading(report),
  window: windowHeading(report.window),
  compare: compareHeading(report),
  pivots: pivotsHeading(report),
});

function tasksHeading({ tasks: all, kind }: OccupationReport): string {
  // What is left over is no kind of work of its own.
  const tasks = all.filter(({ id }) => id !== OTHER_ACTIVITIES);
  const noun = kind === 'edited' ? 'tasks' : 'kinds of work';
  const of = (risk: string): number => tasks.filter((task) => task.risk === risk).length;
  const total = count(tasks.length).toLowerCase();
  if (of('High') > 0) {
    const percent = tasks
      .filter(({ risk }) => risk === 'High')
      .reduce((sum, { sharePercent }) => sum + sharePercent, 0);
    return `${count(of('High'))} of ${total} ${noun}, ${percent}% of the week, ${of('High') === 1 ? 'is' : 'are'} already mostly in reach of current tools`;
  }
  if (of('Medium') > 0)
    return `No part of the week is mostly in reach of tools yet; ${count(of('Medium')).toLowerCase()} of ${total} ${noun} partly ${of('Medium') === 1 ? 'is' : 'are'}`;
  return `None of the ${total} ${noun} is in reach of current tools yet`;
}

/** The words of {@link Window} in a sentence. */
export function windowHeading({
  words,
  fastMonths,
  centralMonths,
}: Pick<Window, 'words' | 'fastMonths' | 'centralMonths'>): string {
  if (words === 'now') return 'Half of the working week is within reach of tools now';
  if (/^more than/.test(words) && fastMonths !== null)
    return centralMonths === null
      ? 'Half of the working week comes within reach in ten years only if tools are taken up quickly'
      : 'Half of the working week comes within reach in ten years, but not where tools are taken up slowly';
  if (/^more than/.test(words)) return `Half of the working week stays out of reach for ${words}`;
  const fromNow = /^now to (.+)$/.exec(words);
  if (fromNow) return `Half of the working week could be within reach between now and the ${fromNow[1]}`;
  return `Half of the working week could be within reach in the ${words.replace(/^(\w+) (\d+s) to (\w+) \2$/, '$1 to $3 $2')}`;
}

function compareHeading({ compare, score, slug }: OccupationReport): string {
  const others = compare.filter((role) => role.slug !== slug);
  const above = others.filter((role) => role.score.value > score.value).length;
  if (above === 0) return `It scores ${score.value}, above the roles beside it`;
  if (above === others.length) return `It scores ${score.value}, below the roles beside it`;
  const highest = Math.max(...others.map((role) => role.score.value));
  const lowest = Math.min(...others.map((role) => role.score.value));
  return `It scores ${score.value}, in a range from ${lowest} to ${highest} for the roles beside it`;
}

function pivotsHeading({ pivots }: OccupationReport): string {
  const best = Math.max(0, ...pivots.map(({ matchPercent }) => matchPercent));
  return pivots.length === 1
    ? `One move that already matches ${best}%`
    : `The closest of ${count(pivots.length).toLowerCase()} moves already matches ${best}%`;
}
