import {
  AVOIDANCES,
  type CompletedAssessment,
  INTEREST_STATEMENT_IDS,
  INTEREST_STATEMENTS,
  PAY_BANDS,
  REGIONS,
  SKILL_RATING_WORDS,
  TRAVEL,
  WORK_LEVELS,
} from '@app/assessment';

/** A question with its answer, as the reviewer reads it. */
export interface AnswerRow {
  readonly question: string;
  readonly answer: string;
}

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
const pounds = (amount: number): string => `£${amount.toLocaleString('en-GB')}`;
const signed = (points: number): string => `${points > 0 ? '+' : '−'}${Math.abs(points).toFixed(1)}`;
const whole = (score: number): string => String(Math.round(score));

export function answerRows({ answers, result }: CompletedAssessment): AnswerSheet {
  const { constraints = {} } = answers;
  return {
    about: given([
      ['Occupation', result.occupationTitle],
      ['In their own words', answers.jobTitle],
      ['Level', answers.level && WORK_LEVELS[answers.level]],
      ['Years in this work', answers.years?.toString()],
      ['Region', answers.region && REGIONS[answers.region]],
      ['Hours a week', answers.hoursPerWeek?.toString()],
      ['Pay', answers.payBand && PAY_BANDS[answers.payBand].label],
    ]),
    week: result.rows.map((row) => ({
      name: row.name,
      own: row.own,
      share: percent(row.share),
      typical: percent(row.typicalShare),
      exposure: whole(row.exposure),
    })),
    beside: [
      ...result.adjustments.map(({ kind, name, answer, points }) => ({
        question: `${kind === 'ai use' ? 'AI tools' : 'Demand'}: ${name}`,
        answer: points === 0 ? answer : `${answer} (${signed(points)})`,
      })),
      ...(result.skills ?? []).map(({ name, rating, usual }) => ({
        question: `Skill: ${name}`,
        answer: `${SKILL_RATING_WORDS[rating]} (${rating}; usual ${usual.toFixed(1)})`,
      })),
      ...given([
        [
          'Likes',
          INTEREST_STATEMENT_IDS.filter((id) => answers.interests?.[id] === 'like')
            .map((id) => INTEREST_STATEMENTS[id])
            .join('; '),
        ],
      ]),
    ],
    limits: given([
      [
        'Lowest pay',
        constraints.lowestPay === undefined ? undefined : `${pounds(constraints.lowestPay)} a year`,
      ],
      [
        'Time to train',
        constraints.monthsToTrain === undefined ? undefined : `${constraints.monthsToTrain} months`,
      ],
      ['Travel', constraints.travel && TRAVEL[constraints.travel]],
      ['Study budget', constraints.budget === undefined ? undefined : pounds(constraints.budget)],
      [
        'Study time',
        constraints.hoursPerWeekForLearning === undefined
          ? undefined
          : `${constraints.hoursPerWeekForLearning} hours a week`,
      ],
      ['Would rather avoid', constraints.avoid?.map((what) => AVOIDANCES[what]).join('; ')],
    ]),
    result: given([
      [
        'Score',
        `${whole(result.score)}, likely ${whole(result.interval.low)}–${whole(result.interval.high)}; the occupation has ${whole(result.occupationScore)}`,
      ],
      ['Rests on', result.levelWords],
      ['Window', result.window.words],
      [
        'Options, best first',
        result.pivots
          .map(({ title, kind, matchPercent }) =>
            kind === 'pivot' ? `${title} (${matchPercent} %)` : 'Stay and reshape',
          )
          .join('; '),
      ],
    ]),
  };
}

/** Leaves out what was skipped. */
const given = (rows: readonly (readonly [string, string | undefined])[]): AnswerRow[] =>
  rows.flatMap(([question, answer]) => (answer ? [{ question, answer }] : []));
