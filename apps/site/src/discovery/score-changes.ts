import { signed } from '@app/charts';
import { type Catalogue, type PageHistory, pageHistory, type ScoreStep } from '@app/occupations';
import type { Change } from './changes.js';
import { dayWords } from './day-words.js';

/** More lines than these tell nobody anything; the history of a page always has its own. */
const MOST_MOVED = 60;

/** The scores of one step that moved, the furthest first, and how many there are of them and of new pages. */
export function movedIn(
  step: ScoreStep,
  steps: readonly ScoreStep[],
  catalogue: Catalogue,
): Record<string, unknown> {
  const moved = catalogue.all().flatMap(({ slug, title }) => {
    const change = pageHistory(steps, slug)?.changes.find(
      ({ date, why }) => date === step.date && why === step.why,
    );
    return change ? [{ slug, title, ...change, by: change.after - change.before }] : [];
  });
  const furthest = [...moved].sort((a, b) => Math.abs(b.by) - Math.abs(a.by) || (a.title < b.title ? -1 : 1));
  return {
    on: dayWords(step.date),
    part: step.part === 'world' ? 'The world' : 'Our method',
    why: step.why,
    count: moved.length,
    lines: furthest.slice(0, MOST_MOVED).map((line) => ({ ...line, by: signed(line.by, 0) })),
  };
}

/** The history of one page as its page of changes shows it. */
export function historyView({ first, changes, now }: PageHistory, title: string): Record<string, unknown> {
  const sum = (part: 'world' | 'method'): number =>
    changes.reduce((total, change) => total + change[part], 0);
  return {
    heading:
      changes.length === 0
        ? `${title}: ${now} since it was first published`
        : `${title}: ${first.score} when first published, ${now} today`,
    first: { on: dayWords(first.date), score: first.score },
    lines: changes.map(({ date, why, after, world, method }) => ({
      on: dayWords(date),
      why,
      score: after,
      world: signed(world, 0),
      method: signed(method, 0),
    })),
    sum: {
      world: signed(sum('world'), 0),
      method: signed(sum('method'), 0),
      whole: signed(now - first.score, 0),
    },
  };
}

/** The history of one page as entries of a feed, newest first. */
export const historyEntries = ({ first, changes }: PageHistory, slug: string, title: string): Change[] =>
  [
    {
      day: first.date,
      name: `score-${slug}-first`,
      title: `${title}: ${first.score}`,
      path: `/changes/${slug}`,
      text: 'First published.',
    },
    ...changes.map(({ date, why, before, after, world }, index) => ({
      day: date,
      name: `score-${slug}-${index + 1}`,
      title: `${title}: ${before} → ${after}`,
      path: `/changes/${slug}`,
      text: `${world === 0 ? 'Our method' : 'The world'}: ${why}`,
    })),
  ].reverse();
