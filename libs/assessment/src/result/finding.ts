import type { PersonalResult } from './personal-result.js';

/** What a result says of a person, in words. Every page, file and email takes them from here. */
export interface FindingWords {
  /** "very likely ", "likely " or nothing, to stand before "more exposed". */
  readonly sure: string;
  /** "very likely less exposed than is typical" or "about as exposed as is typical". */
  readonly verdict: string;
  /** "Your week is very likely less exposed to AI than is typical: 18 against 26" */
  readonly sentence: string;
}

type ComparedScore = Pick<
  PersonalResult,
  'comparison' | 'sureness' | 'score' | 'occupationScore' | 'betweenJobs'
>;

/** The one wording of the finding; results made before it was told how sure it is go without that word. */
export function findingWords(found: ComparedScore): FindingWords {
  const { comparison, sureness, score, occupationScore } = found;
  const week = found.betweenJobs ? 'The week of your last job' : 'Your week';
  const [shown, typical] = [Math.round(score), Math.round(occupationScore)];
  if (comparison === 'about the same') {
    const figures = shown === typical ? `${shown} of 100` : `${shown} of 100, typically ${typical}`;
    return {
      sure: '',
      verdict: 'about as exposed as is typical',
      sentence: `${week} is about as exposed to AI as is typical: ${figures}`,
    };
  }
  const sure = sureness ? `${sureness} ` : '';
  return {
    sure,
    verdict: `${sure}${comparison} than is typical`,
    sentence: `${week} is ${sure}${comparison} to AI than is typical: ${shown} against ${typical}`,
  };
}
