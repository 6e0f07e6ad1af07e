import {
  INTEREST_STATEMENT_IDS,
  INTEREST_THEMES,
  type InterestAnswers,
  type Liking,
  themeOf,
} from '../answers/interest-statements.js';

/** Fewer answers than this in any theme, and no profile is drawn. */
export const LEAST_ANSWERS_A_THEME = 2;

const LIKING_SCORE: Readonly<Record<Liking, number>> = { like: 100, neither: 50, dislike: 0 };

/**
 * Mean liking of each theme, 0–100, in the order R, I, A, S, E, C; undefined when a theme has fewer than two answers, since one answer
 * is no interest.
 */
export function interestProfile(answers: InterestAnswers): readonly number[] | undefined {
  const themes = INTEREST_THEMES.map((theme) =>
    INTEREST_STATEMENT_IDS.filter((id) => themeOf(id) === theme).flatMap((id) => {
      const liking = answers[id];
      return liking ? [LIKING_SCORE[liking]] : [];
    }),
  );
  if (themes.some((given) => given.length < LEAST_ANSWERS_A_THEME)) return undefined;
  return themes.map((given) => given.reduce((sum, value) => sum + value, 0) / given.length);
}

/** O*NET's scale of occupational interests, 1–7, as 0–100. */
export const asPercent = (onet: readonly number[]): number[] => onet.map((value) => ((value - 1) / 6) * 100);
