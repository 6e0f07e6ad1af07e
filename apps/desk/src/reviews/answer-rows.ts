import type { AnswerRow, CompletedAssessment, Questions } from '@app/assessment';

/** What a customer told us and what was worked out from it, in the words of the questions. */
export interface AnswerSheet {
  readonly about: readonly AnswerRow[];
  readonly week: readonly {
    readonly name: string;
    readonly own: boolean;
    readonly share: string;
    readonly typical: string;
    readonly exposure: string;
  }[];
  /** AI tools, demands, skills and interests: what they said beside their tasks. */
  readonly beside: readonly AnswerRow[];
  readonly limits: readonly AnswerRow[];
  readonly result: readonly AnswerRow[];
}

const percent = (share: number): string => `${Math.round(share * 100)} %`;
const whole = (score: number): string => String(Math.round(score));

export function answerRows(questions: Questions, completed: CompletedAssessment): AnswerSheet {
  const { result } = completed;
  return {
    about: questions.staffRows('about', completed),
    week: result.rows.map((row) => ({
      name: row.name,
      own: row.own,
      share: percent(row.share),
      typical: percent(row.typicalShare),
      exposure: whole(row.exposure),
    })),
    beside: questions.staffRows('beside', completed),
    limits: questions.staffRows('limits', completed),
    result: [
      {
        question: 'Score',
        answer: `${whole(result.score)}, likely ${whole(result.interval.low)}–${whole(result.interval.high)}; the occupation has ${whole(result.occupationScore)}`,
      },
      { question: 'Rests on', answer: result.levelWords },
      { question: 'Window', answer: result.window.words },
      {
        question: 'Options, best first',
        answer: result.pivots
          .map(({ title, kind, matchPercent }) =>
            kind === 'pivot' ? `${title} (${matchPercent} %)` : 'Stay and reshape',
          )
          .join('; '),
      },
    ],
  };
}
