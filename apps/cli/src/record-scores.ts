import { writeFileSync } from 'node:fs';
import { DateTime } from 'luxon';
import { projectPath } from '@app/config';
import { LONDON, systemClock } from '@app/kernel';
import {
  Catalogue,
  type ChangedBy,
  MODEL_VERSION,
  readScoreHistory,
  SCORE_HISTORY_FILE,
  type ScoreStep,
  unrecorded,
} from '@app/occupations';

/** Writes down what of the running scores is not recorded yet. @returns what was done, in words */
export function recordScores(part: ChangedBy, why: string): string {
  const catalogue = Catalogue.load();
  const steps = readScoreHistory();
  const running = new Map(catalogue.all().map(({ slug, score }) => [slug, Math.round(score)]));
  const scores = unrecorded(steps, running);
  const count = Object.keys(scores).length;
  if (count === 0) return 'Every score that runs is recorded.';
  const step: ScoreStep = {
    date: DateTime.fromJSDate(systemClock.now(), { zone: LONDON }).toISODate() ?? '',
    dataset: catalogue.dataset.version.split('-')[0] ?? '',
    model: MODEL_VERSION,
    part,
    why,
    scores,
  };
  writeFileSync(projectPath(SCORE_HISTORY_FILE), `${JSON.stringify([...steps, step], null, 2)}\n`);
  return `${count} scores are recorded in ${SCORE_HISTORY_FILE}. Next: npm test, and commit it with the change.`;
}
