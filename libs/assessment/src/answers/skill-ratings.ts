import { wordsOf } from '../content/question-file.js';

/** How good a person says they are at a skill, on the five points of O*NET's scale of importance. */
export const SKILL_RATINGS = [1, 2, 3, 4, 5] as const;
const IDS = ['1', '2', '3', '4', '5'] as const;
export type SkillRating = (typeof SKILL_RATINGS)[number];

/** Worded anchors, so that two people who mean the same say the same. */
export const SKILL_RATING_WORDS: Readonly<Record<SkillRating, string>> = wordsOf('skills', IDS);

/** Own ratings by O*NET element id, with the job they were asked for. */
export interface SkillRatings {
  readonly occupationSlug: string;
  readonly ratings: Readonly<Record<string, SkillRating>>;
}
