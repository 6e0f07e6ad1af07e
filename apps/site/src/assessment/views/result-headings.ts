import { inSentence } from '@app/kernel';
import { findingWords, type PersonalResult } from '@app/assessment';

/** The headings of a result: each says what was found. */
export interface ResultHeadings {
  readonly page: string;
  readonly lede: string;
  readonly why: string;
  readonly paths: string;
}

export function resultHeadings(result: PersonalResult): ResultHeadings {
  const [best] = result.pivots;
  return {
    page: pageHeading(result),
    lede: lede(result),
    why:
      result.comparison === 'about the same'
        ? 'What moves your score, though too little to tell it from a typical one'
        : 'Why your score is not the typical one',
    paths:
      best?.kind === 'pivot'
        ? `Of your options, ${inSentence(best.title)} comes first`
        : `Of your options, ${result.betweenJobs ? 'work of the kind you know' : 'staying and reshaping your work'} comes first`,
  };
}

/** Whether an answer beside the tasks moved the score. */
const adjusted = ({ adjustments }: PersonalResult): boolean => adjustments.some(({ points }) => points !== 0);

/** What the score is of, for somebody with a job and without. */
export const jobOf = ({ betweenJobs }: Pick<PersonalResult, 'betweenJobs'>): string =>
  betweenJobs ? 'that work' : 'your job';

function pageHeading(result: PersonalResult): string {
  const { level, score } = result;
  const shown = Math.round(score);
  if (level === 'title only' && adjusted(result))
    return `${result.betweenJobs ? 'That' : 'Your'} work scores about ${shown} of 100, going by ${jobOf(result)} and your answers`;
  if (level === 'title unknown')
    return `Work ${result.betweenJobs ? 'of that kind' : 'like yours'} scores about ${shown} of 100`;
  if (level === 'title only') return `A typical week in ${jobOf(result)} scores ${shown} of 100`;
  return findingWords(result).sentence;
}

function lede(result: PersonalResult): string {
  const { level, occupationTitle, occupationScore, interval } = result;
  const likely = `likely ${Math.round(interval.low)}–${Math.round(interval.high)}`;
  if (level === 'title unknown')
    return `That is the average over ${inSentence(occupationTitle)}${adjusted(result) ? ', moved by your answers' : ''}: ${likely}. The range is wide because we know only the family of work.`;
  if (level === 'title only' && !adjusted(result))
    return `${occupationTitle}: ${likely}. ${result.betweenJobs ? 'What you did in it' : 'Your own week'} may differ; tell us your tasks to find out how.`;
  return `${occupationTitle}: typically ${Math.round(occupationScore)}. ${result.betweenJobs ? 'The one you described' : 'Yours'} is ${likely}.`;
}
