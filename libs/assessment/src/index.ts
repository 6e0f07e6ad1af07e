export * from './answers/ai-use.js';
export * from './answers/answers.js';
export * from './answers/at-odds.js';
export * from './answers/bands.js';
export * from './answers/choices.js';
export * from './answers/demands.js';
export * from './answers/interest-statements.js';
export * from './answers/skill-ratings.js';
export { type SheetPart } from './content/question-entry.js';
export { questionText } from './content/question-file.js';
export { gathered, Line, Several, tidyLine } from './kinds/form-fields.js';
export type {
  AnswerRow,
  Asked,
  Problem,
  Question,
  QuestionContext,
  QuestionPage,
  Reading,
  Told,
  Typed,
} from './kinds/question.js';
export { type AnswerLine, Questions } from './questions/questions.js';
export type { OtherPage, Place } from './questions/sequence.js';
export { AssessmentQuestions } from './assessment-questions.js';
export type * from './result/personal-result.js';
export { MOST_PATHS } from './result/most-paths.js';
export type * from './result/completed-assessment.js';
export { findingWords, type FindingWords } from './result/finding.js';
export type { WhatIf } from './result/what-if.js';
export type { AskedMove } from './scoring/what-if.js';
export { WINDOW_NOT_KNOWN, WIDEST_FOR_A_WINDOW, windowParts } from './scoring/band-and-window.js';
export { PersonalScorer } from './personal-scorer.js';
export { PUBLISHED_SCORING } from './scoring/published.js';
export { isOthersSubject } from './paths/path-targets.js';
export { PUBLISHED_PATHS } from './paths/published-paths.js';
export { type ScoreDifference, shownDifference, splitDifference } from './recheck/split-difference.js';
export { type Diary, type DiaryChange, diaryOf } from './diary/diary.js';
export type { DiaryEntry } from './diary/diary.store.js';
export { ScoreDiary } from './diary/score-diary.js';
export { score, type ScoringContext } from './scoring/score.js';
export type { ActivityExposure, Subject } from './scoring/subject.js';
export { MOST_ADJUSTMENT } from './scoring/adjustment-points.js';
export { interestFitWord, type InterestFitWord } from './interests/interest-fit.js';
export { workTraits } from './paths/clashes.js';
export { AGAINST_IT } from './paths/path-reasons.js';
export { groupsOfUnsocialHours } from './paths/path-targets.js';
export { sumOfPoints } from './paths/path-ranking.js';
export type { CandidateStatus, RankedCandidate } from './paths/ranked-candidate.js';
export { withPaths } from './scoring/with-paths.js';
export type { RatedSkill } from './skills/own-ratings.js';
export type { SkillQuestion, SkillQuestions } from './skills/skill-questions.js';
export type { ActivityGroup } from './subjects/activity-groups.js';
export { AssessmentForgetting } from './session/assessment-forgetting.js';
export { type EndingAssessment } from './session/assessment-forgetting.store.js';
export { type AssessmentFollower, AssessmentFollowers } from './session/assessment-followers.js';
export { Assessment } from './session/assessment.entity.js';
export { readResumeCode } from './session/resume-code.js';
export { FINISHED_MONTHS, UNFINISHED_DAYS } from './session/retention.js';
export { SavedAssessments, type SavedMailing } from './session/saved-assessments.js';
export { Advice, type AdviceGiven, LONGEST_COMMENT, MOST_COMMENTS } from './advice/advice.js';
export type { AdviceComment, AdviceLink } from './advice/advice.store.js';
export { AssessmentService, type SavedScreen } from './assessment.service.js';
export { assessmentEntities, AssessmentModule, QUESTION_TEXT } from './assessment.module.js';
export { BETWEEN_JOBS_TITLE, betweenJobsTitle, isBetweenJobs } from './answers/between-jobs.js';
export { isSelfEmployed } from './answers/self-employed.js';
