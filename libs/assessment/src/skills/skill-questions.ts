import type { Catalogue, Occupation } from '@app/occupations';
import { chooseSkills } from './choose-skills.js';
import { SKILL_WORDS } from './skill-words.js';

/** A skill to rate. */
export interface SkillQuestion {
  readonly id: string;
  readonly name: string;
  /** What it means in a working day. */
  readonly words: string;
  readonly asked: 'central' | 'separating';
}

/** The skills to rate, or why none are asked. */
export type SkillQuestions = { readonly questions: readonly SkillQuestion[] } | { readonly notAsked: string };

/** @param occupation undefined when only a family of work is known */
export function skillQuestionsFor(catalogue: Catalogue, occupation: Occupation | undefined): SkillQuestions {
  if (!occupation)
    return {
      notAsked: 'Skill ratings are published for single occupations, and we know only the family of work.',
    };
  const own = catalogue.elements(occupation.slug);
  if (own.length === 0) return { notAsked: 'No ratings of skills have been published for this occupation.' };
  const chosen = chooseSkills(
    own,
    occupation.pivots.map(({ slug }) => catalogue.elements(slug)),
  );
  return {
    questions: chosen.map(({ element: { id, name }, asked }) => ({
      id,
      name,
      words: SKILL_WORDS[id] ?? '',
      asked,
    })),
  };
}
