import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectPath } from '@app/config';

/** Where a change of published scores comes from: the data or what tools can do, or how we work scores out. */
export type ChangedBy = 'world' | 'method';

/** Published scores that were new or others on one day. Both parts changing on a day are two steps, the method first. */
export interface ScoreStep {
  /** Day in London, `YYYY-MM-DD`. */
  readonly date: string;
  /** Release of the occupation data, as in the list of releases. */
  readonly dataset: string;
  readonly model: string;
  /** Null of the first step, which changes nothing. */
  readonly part: ChangedBy | null;
  /** In sentences, for people. */
  readonly why: string;
  /** Shown scores by the slug of the page, those that changed or are new; null where a page has gone. */
  readonly scores: Readonly<Record<string, number | null>>;
}

/** One change of the shown score of a page; the parts sum to `after − before`. */
export interface ScoreChange {
  readonly date: string;
  readonly why: string;
  readonly before: number;
  readonly after: number;
  readonly world: number;
  readonly method: number;
}

/** The shown score of one page since it was first published. */
export interface PageHistory {
  readonly first: { readonly date: string; readonly score: number };
  /** Oldest first. */
  readonly changes: readonly ScoreChange[];
  readonly now: number;
}

export const SCORE_HISTORY_FILE = join('libs', 'occupations', 'history', 'scores.json');

/** The steps as they were recorded, oldest first. @throws when the file is damaged */
export function readScoreHistory(
  text: string = readFileSync(projectPath(SCORE_HISTORY_FILE), 'utf8'),
): readonly ScoreStep[] {
  const steps = JSON.parse(text) as readonly ScoreStep[];
  const [first, ...later] = steps;
  if (first?.part !== null || later.some(({ part }) => part !== 'world' && part !== 'method'))
    throw new Error(`${SCORE_HISTORY_FILE}: the first step has no part, every later one is world or method`);
  if (steps.some(({ date }, index) => date < (steps[index - 1]?.date ?? date)))
    throw new Error(`${SCORE_HISTORY_FILE}: the oldest step comes first`);
  return steps;
}

/** How the shown score of a page came to be; undefined for a page that has none now. */
export function pageHistory(steps: readonly ScoreStep[], slug: string): PageHistory | undefined {
  let first: PageHistory['first'] | undefined;
  let changes: ScoreChange[] = [];
  for (const { date, part, why, scores } of steps) {
    const score = scores[slug];
    if (score === undefined) continue;
    if (score === null) first = undefined;
    else if (!first) [first, changes] = [{ date, score }, []];
    else {
      const before = changes.at(-1)?.after ?? first.score;
      const by = score - before;
      const [world, method] = part === 'world' ? [by, 0] : [0, by];
      changes.push({ date, why, before, after: score, world, method });
    }
  }
  return first && { first, changes, now: changes.at(-1)?.after ?? first.score };
}

/** The shown scores that the steps lead to, by slug. */
export function recordedScores(steps: readonly ScoreStep[]): Map<string, number> {
  const now = new Map<string, number>();
  for (const { scores } of steps)
    for (const [slug, score] of Object.entries(scores))
      if (score === null) now.delete(slug);
      else now.set(slug, score);
  return now;
}

/** What of the running scores is not recorded yet: new ones, others, and null of pages that have gone. Empty when all is. */
export function unrecorded(
  steps: readonly ScoreStep[],
  running: ReadonlyMap<string, number>,
): Record<string, number | null> {
  const known = recordedScores(steps);
  const changed = [...running].filter(([slug, score]) => known.get(slug) !== score);
  const gone = [...known.keys()].filter((slug) => !running.has(slug)).map((slug) => [slug, null] as const);
  return Object.fromEntries([...changed, ...gone].sort(([a], [b]) => (a < b ? -1 : 1)));
}
