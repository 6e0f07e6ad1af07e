import type { AnswerLine, Assessment } from '@app/assessment';
import type { Delivery } from '@app/delivery';
import { answersExport, NOTES_ON_ANSWERS } from './answers-export.js';
import { emailsExport, NOTES_ON_EMAILS } from './emails-export.js';

export interface AssessmentFacts {
  readonly assessment: Assessment;
  /** The answers in words. */
  readonly told: readonly AnswerLine[];
  readonly deliveries: readonly Delivery[];
  readonly madeAt: Date;
}

/** Everything we hold under a resume code. A pure function; its member names are those of the file. */
export const assessmentExport = ({ assessment, told, deliveries, madeAt }: AssessmentFacts): object => ({
  about: {
    what: 'Everything we hold about your free assessment',
    madeAt,
    times: 'All times are in UTC.',
    parts: {
      assessment:
        'When you began, last saved and finished; until when we keep it; and your email address, if you gave one. The code itself is not in the file: we keep only a form of it that nobody can read.',
      ...NOTES_ON_ANSWERS,
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
  emails: emailsExport(deliveries),
});
