import { type Catalogue, match, type Occupation, type Pivot, shownMatch } from '@app/occupations';
import { chooseSkills } from './choose-skills.js';
import { ownImportance, type RatedSkill } from './own-ratings.js';
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
      notAsked:
        'Skill ratings are published for single occupations, and we know only the family your work belongs to.',
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

/** The paths matched anew against what the person brings, in the same order. */
export function rematched(
  catalogue: Catalogue,
  occupation: Occupation,
  rated: readonly RatedSkill[],
): readonly Pivot[] {
  if (rated.length === 0) return occupation.pivots;
  const own = ownImportance(catalogue.elements(occupation.slug), rated);
  return occupation.pivots.map((pivot) => {
    const found = match(own, catalogue.elements(pivot.slug));
    return { ...pivot, matchPercent: shownMatch(found), have: found.have, need: found.need };
  });
}
