import { MODEL_VERSION, type Task } from '@app/occupations';
import { type Answers, isOwnTask } from '../answers/answers.js';
import type { PersonalResult } from '../result/personal-result.js';
import { scoreAlone } from '../scoring/score.js';
import type { Subject } from '../scoring/subject.js';
import { OTHER_WORK } from '../scoring/week.js';

/** Where a difference between two scores comes from, points; the parts sum to `after − before`. */
export interface ScoreDifference {
  readonly before: number;
  readonly after: number;
  /** The answers are others. */
  readonly you: number;
  /** The data about the work are others. */
  readonly world: number;
  /** Scores are worked out otherwise. */
  readonly method: number;
}

/** What the split needs of a score that was given. */
export interface GivenScore {
  readonly answers: Answers;
  readonly modelVersion: string;
  readonly result: Pick<PersonalResult, 'score' | 'occupationScore' | 'rows'>;
}

/** What the split needs of the scorer of today. */
export interface ScoresToday {
  readonly score: (answers: Answers) => { readonly score: number };
  readonly subjectOf: (answers: Answers) => Subject | undefined;
}

/**
 * Splits the difference between a score that was given and the score of today by changing one thing after another: first how scores are worked
 * out, on the data of then; then the data, with the answers of then; then the answers. Each step is the difference of two whole scores, so the
 * steps sum to the difference.
 * @param model the version of the method of today.
 */
export function splitDifference(
  given: GivenScore,
  answersNow: Answers,
  today: ScoresToday,
  model: string = MODEL_VERSION,
): ScoreDifference {
  const before = given.result.score;
  const sameAnswers = today.score(given.answers).score;
  const after = today.score(answersNow).score;
  const reworked = given.modelVersion === model ? before : onDataOfThen(given, today);
  return {
    before,
    after,
    method: reworked - before,
    world: sameAnswers - reworked,
    you: after - sameAnswers,
  };
}

/** The score that the method of today gives to the answers of then, with the job's score, tasks and exposures as they were then. */
function onDataOfThen({ answers, result }: GivenScore, today: ScoresToday): number {
  const subject = today.subjectOf(answers);
  // A job that is not in the catalogue any more: what has changed cannot be told apart, and counts as the world's.
  if (!subject) return result.score;
  const exposures = new Map(result.rows.map((row) => [row.taskId, row]));
  const tasks = result.rows
    .filter(({ own, taskId }) => !own && taskId !== OTHER_WORK)
    .map(({ taskId, name, typicalShare, exposure, exposureIn5Years, sd, tools }): Task => ({
      id: taskId,
      name,
      share: typicalShare,
      exposure,
      exposureIn5Years,
      sd,
      tools,
      risk: 'Medium',
    }));
  const owns = (answers.tasks ?? []).filter(isOwnTask);
  return scoreAlone(answers, { ...subject, score: result.occupationScore, tasks }, (activity) => {
    const own = owns.find((task) => task.activity === activity);
    const row = own && exposures.get(own.taskId);
    return row ?? { exposure: 50, exposureIn5Years: 60, sd: 35 };
  });
}

/** The same in whole points for reading: the parts sum to the difference of the two scores as shown. Who loses most by rounding gets the point. */
export function shownDifference(exact: ScoreDifference): ScoreDifference {
  // + 0 turns −0 into 0.
  const [before, after] = [Math.round(exact.before) + 0, Math.round(exact.after) + 0];
  const parts = (['you', 'world', 'method'] as const).map((part) => ({
    part,
    points: Math.floor(exact[part]),
    rest: exact[part] - Math.floor(exact[part]),
  }));
  let missing = after - before - parts.reduce((sum, { points }) => sum + points, 0);
  // A part of nothing stays nothing as long as another can take the point.
  const order = [...parts].sort((a, b) => b.rest - a.rest);
  const shown = { you: 0, world: 0, method: 0 };
  for (const { part, points } of parts) shown[part] = points;
  for (let at = 0; missing !== 0; at = (at + 1) % order.length) {
    const step = Math.sign(missing);
    const next = step > 0 ? order[at] : order[order.length - 1 - at];
    if (!next) break;
    shown[next.part] += step;
    missing -= step;
  }
  return { before, after, ...shown };
}
