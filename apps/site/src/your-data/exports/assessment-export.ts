import type { AdviceGiven, AnswerLine, Assessment, DiaryEntry } from '@app/assessment';
import type { Delivery } from '@app/delivery';
import { answersExport, NOTES_ON_ANSWERS } from './answers-export.js';
import { emailsExport, NOTES_ON_EMAILS } from './emails-export.js';

export interface AssessmentFacts {
  readonly assessment: Assessment;
  /** The answers in words. */
  readonly told: readonly AnswerLine[];
  readonly advice: AdviceGiven;
  /** Oldest first. */
  readonly diary: readonly DiaryEntry[];
  readonly deliveries: readonly Delivery[];
  readonly madeAt: Date;
}

/** Everything we hold under a resume code. A pure function; its member names are those of the file. */
export const assessmentExport = ({
  assessment,
  told,
  advice,
  diary,
  deliveries,
  madeAt,
}: AssessmentFacts): object => ({
  about: {
    what: 'Everything we hold about your free assessment',
    madeAt,
    times: 'All times are in UTC.',
    parts: {
      assessment:
        'When you began, last saved and finished; until when we keep it; and your email address, if you gave one. The code itself is not in the file: we keep only a form of it that nobody can read.',
      ...NOTES_ON_ANSWERS,
      adviser:
        'The links you made, for an adviser or to show a picture of your score, with when they end or were taken back, and what was written by them. The links themselves are not in the file: we keep only a form of them that nobody can read.',
      diary:
        'Scores you had on earlier days, each with where the change to the next one came from, in points. What it was worked out from is kept of the newest alone.',
      emails: NOTES_ON_EMAILS,
    },
  },
  assessment: {
    startedAt: assessment.createdAt,
    lastSavedAt: assessment.updatedAt,
    finishedAt: assessment.completedAt,
    keptUntil: assessment.expiresAt,
    emailAddress: assessment.email,
  },
  ...answersExport(assessment.answers, assessment.result, told),
  adviser: {
    links: advice.links.map(({ shows, createdAt, expiresAt, revokedAt }) => ({
      shows,
      madeAt: createdAt,
      endsAt: expiresAt,
      takenBackAt: revokedAt,
    })),
    comments: advice.comments,
  },
  diary: diary.map(({ completedAt, score, change, given }) => ({
    finishedAt: completedAt,
    score,
    changeToTheNext: change && { you: change.you, theWorld: change.world, ourMethod: change.method },
    workedOutFrom: given,
  })),
  emails: emailsExport(deliveries),
});
