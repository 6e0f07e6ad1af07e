import {
  type Answers,
  AVOIDANCES,
  BAND_WORDS,
  isOwnTask,
  PAY_BANDS,
  REGIONS,
  TRAVEL,
  WORK_LEVELS,
} from '@app/assessment';
import { type Occupation, SECTORS } from '@app/occupations';
import { PAGES } from '../questions.js';

/** A line of "check your answers". */
export interface AnswerLine {
  readonly question: string;
  /** One or more lines; empty when it was left blank. */
  readonly answer: readonly string[];
  readonly change: string;
}

const pounds = (amount: number | undefined): string | undefined =>
  amount === undefined ? undefined : `£${amount.toLocaleString('en-GB')}`;
const given = (...answers: readonly (string | undefined)[]): string[] =>
  answers.filter((answer) => answer !== undefined);

/** Every answer in words, with where to change it. */
export function answerLines(answers: Answers, occupation: Occupation | undefined): AnswerLine[] {
  const line = (
    question: string,
    change: string,
    ...answer: readonly (string | undefined)[]
  ): AnswerLine => ({ question, change, answer: given(...answer) });
  const { constraints: limits = {} } = answers;
  return [
    line('Your job', PAGES.job, ...jobWords(answers, occupation)),
    ...(occupation
      ? [
          line(
            'Tasks and how much of your week',
            answers.amounts ? PAGES.week : PAGES.tasks,
            ...taskWords(answers, occupation),
          ),
        ]
      : []),
    line('Level', PAGES.work, answers.level && WORK_LEVELS[answers.level]),
    line('Years in this kind of work', PAGES.work, answers.years?.toString()),
    line('Industry', PAGES.work, answers.sector && SECTORS[answers.sector]),
    line('Region', PAGES.work, answers.region && REGIONS[answers.region]),
    line('Hours in a usual week', PAGES.work, answers.hoursPerWeek?.toString()),
    line('Pay', PAGES.work, answers.payBand && PAY_BANDS[answers.payBand].label),
    line('Lowest pay you would accept', PAGES.moving, pounds(limits.lowestPay)),
    line(
      'Longest time for training',
      PAGES.moving,
      limits.monthsToTrain === undefined ? undefined : `${limits.monthsToTrain} months`,
    ),
    line('Travel', PAGES.moving, limits.travel && TRAVEL[limits.travel]),
    line('Study budget', PAGES.moving, pounds(limits.budget)),
    line('Hours a week for learning', PAGES.moving, limits.hoursPerWeekForLearning?.toString()),
    line('To avoid', PAGES.moving, ...(limits.avoid ?? []).map((id) => AVOIDANCES[id])),
  ];
}

function jobWords({ jobTitle, familyId }: Answers, occupation: Occupation | undefined): string[] {
  const found = occupation?.title ?? (familyId ? SECTORS[familyId] : undefined);
  return given(
    found,
    jobTitle !== undefined && jobTitle.toLowerCase() !== found?.toLowerCase()
      ? `In your words: ${jobTitle}`
      : undefined,
  );
}

function taskWords({ tasks = [], tasksFor, amounts }: Answers, occupation: Occupation): string[] {
  if (tasksFor !== occupation.slug) return [];
  const names = new Map(occupation.tasks.map(({ id, name }) => [id, name]));
  const given = amounts?.occupationSlug === occupation.slug ? amounts : undefined;
  return tasks.map((task) => {
    const name = isOwnTask(task) ? task.text : (names.get(task.taskId) ?? task.taskId);
    const band = given?.kind === 'bands' ? given.bands[task.taskId] : undefined;
    const percent = given?.kind === 'exact' ? given.percents[task.taskId] : undefined;
    if (band !== undefined) return `${name}: ${BAND_WORDS[band].toLowerCase()}`;
    return percent === undefined ? name : `${name}: ${percent}%`;
  });
}
