import { type CompletedAssessment, findingWords, type PersonalResult } from '@app/assessment';
import { resultView } from '../assessment/views/result-view.js';

/** What an adviser sees of an option: nothing of pay, of what the person wants to avoid, or of their reasons, which may name either. */
const SHOWN_OF_A_PATH = [
  'stays',
  'title',
  'relation',
  'matchPercent',
  'match_mark',
  'shown',
  'score_mark',
  'direction',
  'link',
  'have',
  'need',
  'change',
] as const;

/** Parts of the result's view that an adviser sees. What is not named here is not handed to the page. */
const SHOWN = [
  'from_title',
  'same',
  'window_typical',
  'strip',
  'waterfall',
  'moved_by_tasks',
  'week',
  'interests',
  'job_words',
  'model_month',
] as const;

const SHOWN_OF_THE_RESULT = [
  'shown',
  'low',
  'high',
  'band',
  'typical',
  'percentile_shown',
  'percentile_words',
  'window_figure',
  'levelWords',
  'level',
  'modelVersion',
  'catalogueVersion',
] as const;

/** The result as its adviser sees it: without pay, and without the answers about demands and what to avoid, which may tell of health. */
export function adviserView({ result, answers }: CompletedAssessment): Record<string, unknown> {
  const beside = result.adjustments.filter(({ points }) => points !== 0).length;
  const tasks = result.waterfall.slice(0, result.waterfall.length - beside);
  const view = resultView(
    { ...result, ...withoutAnswers(result, tasks) },
    { ...(answers.jobTitle && { jobTitle: answers.jobTitle }) },
  );
  const shown = view['result'] as Record<string, unknown>;
  const paths = view['paths'] as Record<string, unknown>[];
  return {
    heading: headingOf(result),
    ...only(view, SHOWN),
    result: {
      ...only(shown, SHOWN_OF_THE_RESULT),
      window: result.window,
      levers: result.levers,
      strengths: result.strengths,
    },
    paths: paths.map((path) => only(path, SHOWN_OF_A_PATH)),
  };
}

function headingOf(result: PersonalResult): string {
  const shown = Math.round(result.score);
  return result.level.startsWith('title')
    ? `A typical week in this work scores about ${shown} of 100`
    : `A week that scores ${shown} of 100, ${findingWords(result).verdict}`;
}

/** The answers beside the tasks as one step without a word of them, so that the figure still adds up. */
function withoutAnswers(
  { waterfall }: PersonalResult,
  tasks: PersonalResult['waterfall'],
): Pick<PersonalResult, 'waterfall' | 'adjustments'> {
  const points = waterfall.slice(tasks.length).reduce((sum, step) => sum + step.points, 0);
  if (points === 0) return { waterfall: tasks, adjustments: [] };
  return { waterfall: [...tasks, { label: 'Other answers', points }], adjustments: [] };
}

const only = (all: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(keys.filter((key) => key in all).map((key) => [key, all[key]]));
