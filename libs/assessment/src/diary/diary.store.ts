import { newId } from '@app/kernel';
import type { EntityManager } from 'typeorm';
import type { CompletedAssessment } from '../result/completed-assessment.js';
import type { GivenScore, ScoreDifference } from '../recheck/split-difference.js';

/** A score that was given, until the next one took its place. */
export interface DiaryEntry {
  readonly completedAt: Date;
  readonly score: number;
  /** What it was worked out from; only of the newest, for the change to the next score. */
  readonly given: GivenScore | null;
  /** Where the change to the next score came from; null while there is no next one. */
  readonly change: ScoreDifference | null;
}

/** More than these are never kept of one person; the oldest go first. */
export const MOST_ENTRIES = 24;

interface Row {
  readonly completedAt: Date;
  readonly score: number;
  readonly given: GivenScore | null;
  readonly next: number | null;
  readonly you: number;
  readonly world: number;
  readonly method: number;
}

/** Oldest first. */
export async function entriesOf(manager: EntityManager, assessmentId: string): Promise<DiaryEntry[]> {
  const rows = await manager.query<Row[]>(
    `select completed_at as "completedAt", score, given, next_score as next, you, world, method
     from diary_entries where assessment_id = $1 order by completed_at`,
    [assessmentId],
  );
  return rows.map(({ completedAt, score, given, next, you, world, method }) => ({
    completedAt,
    score,
    given,
    change: next === null ? null : { before: score, after: next, you, world, method },
  }));
}

/** Puts down a score that is about to be replaced. Only of this one it is kept what it was worked out from. */
export async function addEntry(
  manager: EntityManager,
  assessmentId: string,
  { completedAt, answers, modelVersion, result }: CompletedAssessment,
): Promise<void> {
  const { score, occupationScore, rows } = result;
  const given: GivenScore = { answers, modelVersion, result: { score, occupationScore, rows } };
  await manager.query('update diary_entries set given = null where assessment_id = $1', [assessmentId]);
  await manager.query(
    'insert into diary_entries (id, assessment_id, completed_at, score, given) values ($1, $2, $3, $4, $5)',
    [newId(), assessmentId, completedAt, score, given],
  );
  await manager.query(
    `delete from diary_entries where assessment_id = $1 and id not in
       (select id from diary_entries where assessment_id = $1 order by completed_at desc limit $2)`,
    [assessmentId, MOST_ENTRIES],
  );
}

/** Says of the newest entry, if there is one, where the change to the score of now came from; said again it takes the place of the first. */
export async function closeNewest(
  manager: EntityManager,
  assessmentId: string,
  changeOf: (given: GivenScore) => ScoreDifference,
): Promise<void> {
  const [newest] = await manager.query<{ id: string; given: GivenScore }[]>(
    'select id, given from diary_entries where assessment_id = $1 and given is not null',
    [assessmentId],
  );
  if (!newest) return;
  const { after, you, world, method } = changeOf(newest.given);
  await manager.query(
    'update diary_entries set next_score = $2, you = $3, world = $4, method = $5 where id = $1',
    [newest.id, after, you, world, method],
  );
}

/** The diary belongs to another row from now on. */
export async function moveEntries(manager: EntityManager, from: string, to: string): Promise<void> {
  await manager.query('update diary_entries set assessment_id = $2 where assessment_id = $1', [from, to]);
}
