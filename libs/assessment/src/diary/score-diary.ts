import { Inject, Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { CLOCK, type Clock } from '@app/kernel';
import { DataSource } from 'typeorm';
import { PersonalScorer } from '../personal-scorer.js';
import { splitDifference } from '../recheck/split-difference.js';
import type { CompletedAssessment } from '../result/completed-assessment.js';
import { belongsInDiary, type DiaryChange } from './diary.js';
import { type DiaryEntry, entriesOf } from './diary.store.js';

/** The scores of one person one after another, up to what the data and the method of today give. */
@Injectable()
export class ScoreDiary {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly scorer: PersonalScorer,
  ) {}

  /** Scores that were given before the one of now, oldest first. */
  async before(assessmentId: string): Promise<readonly DiaryEntry[]> {
    return await entriesOf(this.source.manager, assessmentId);
  }

  /** The first of the scores, when it is of an earlier day than today: then there is something to ask. */
  async since({ id, completedAt }: Pick<CompletedAssessment, 'id' | 'completedAt'>): Promise<Date | null> {
    const [first] = await this.before(id);
    const at = first?.completedAt ?? completedAt;
    return belongsInDiary(at, this.clock.now()) ? at : null;
  }

  /** Every change in exact points, oldest first: from score to score, and from the result as it was given to the data and method of today. */
  async changes(given: CompletedAssessment): Promise<[DiaryChange, ...DiaryChange[]]> {
    const entries = await this.before(given.id);
    const past = entries.flatMap(({ completedAt, change }, at): DiaryChange[] =>
      change === null
        ? []
        : [{ from: completedAt, to: entries[at + 1]?.completedAt ?? given.completedAt, difference: change }],
    );
    const today: DiaryChange = {
      from: given.completedAt,
      to: this.clock.now(),
      difference: splitDifference(given, given.answers, this.scorer),
    };
    const [first, ...rest] = past;
    if (!first) return [today];
    // A result of today that nothing has moved is the last line itself.
    const moved = today.difference.before !== today.difference.after;
    const later = moved || belongsInDiary(today.from, today.to);
    return [first, ...rest, ...(later ? [today] : [])];
  }
}
