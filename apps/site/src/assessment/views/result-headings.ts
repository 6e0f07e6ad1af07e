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
        : 'Of your options, staying and reshaping your work comes first',
  };
}

/** Whether an answer beside the tasks moved the score. */
const adjusted = ({ adjustments }: PersonalResult): boolean => adjustments.some(({ points }) => points !== 0);

function pageHeading(result: PersonalResult): string {
  const { level, score } = result;
  const shown = Math.round(score);
  if (level === 'title only' && adjusted(result))
    return `Your work scores about ${shown} of 100, going by your job and your answers`;
  if (level === 'title unknown') return `Work like yours scores about ${shown} of 100`;
  if (level === 'title only') return `A typical week in your job scores ${shown} of 100`;
  return findingWords(result).sentence;
}

function lede(result: PersonalResult): string {
  const { level, occupationTitle, occupationScore, interval } = result;
  const likely = `likely ${Math.round(interval.low)}–${Math.round(interval.high)}`;
  if (level === 'title unknown')
    return `That is the average over ${inSentence(occupationTitle)}${adjusted(result) ? ', moved by your answers' : ''}: ${likely}. The range is wide because we know only the family of work.`;
  if (level === 'title only' && !adjusted(result))
    return `${occupationTitle}: ${likely}. Your own week may differ; tell us your tasks to find out how.`;
  return `${occupationTitle}: typically ${Math.round(occupationScore)}. Yours is ${likely}.`;
}
