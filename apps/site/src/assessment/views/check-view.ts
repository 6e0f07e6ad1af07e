import {
  AI_USE_SHORT,
  type Answers,
  AVOIDANCES,
  BAND_WORDS,
  DEMAND_IDS,
  DEMAND_WORDS,
  DEMANDS,
  INTEREST_STATEMENT_IDS,
  INTEREST_STATEMENTS,
  interestProfile,
  isOwnTask,
  PAY_BANDS,
  REGIONS,
  SKILL_RATING_WORDS,
  type SkillQuestions,
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
  /** Nothing to change here. */
  readonly fixed?: boolean;
}

const pounds = (amount: number | undefined): string | undefined =>
  amount === undefined ? undefined : `£${amount.toLocaleString('en-GB')}`;
const given = (...answers: readonly (string | undefined)[]): string[] =>
  answers.filter((answer) => answer !== undefined);

/** A task that was asked about AI tools. */
export interface AskedTask {
  readonly taskId: string;
  readonly name: string;
}

/**
 * Every answer in words, with where to change it.
 * @param skills the skills that were asked; without it their number is told, and never why none were
 * @param biggest the tasks whose answers about AI tools are used; without it all that were given are listed
 */
export function answerLines(
  answers: Answers,
  occupation: Occupation | undefined,
  biggest: readonly AskedTask[] = askedTasks(answers, occupation),
  skills?: SkillQuestions,
): AnswerLine[] {
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
    line(
      'AI tools today',
      PAGES.aiUse,
      ...aiUseWords(answers, occupation?.slug ?? answers.familyId, biggest),
    ),
    line('What your work demands', PAGES.demands, ...demandWords(answers)),
    line('Level', PAGES.work, answers.level && WORK_LEVELS[answers.level]),
    line('Years in this kind of work', PAGES.work, answers.years?.toString()),
    line('Industry', PAGES.work, answers.sector && SECTORS[answers.sector]),
    line('Region', PAGES.work, answers.region && REGIONS[answers.region]),
    line('Hours in a usual week', PAGES.work, answers.hoursPerWeek?.toString()),
    line('Pay', PAGES.work, answers.payBand && PAY_BANDS[answers.payBand].label),
    skillLine(answers, occupation, skills),
    line('What you like', PAGES.interests, ...interestWords(answers)),
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

const aiUseWords = (
  { aiUse }: Answers,
  subject: string | undefined,
  biggest: readonly AskedTask[],
): string[] =>
  biggest.flatMap(({ taskId, name }) => {
    const use = aiUse?.subject === subject ? aiUse?.tasks[taskId] : undefined;
    return use ? [`${name}: ${AI_USE_SHORT[use]}`] : [];
  });

function askedTasks({ aiUse, tasks = [] }: Answers, occupation: Occupation | undefined): AskedTask[] {
  const own = tasks.filter(isOwnTask).map(({ taskId, text }): [string, string] => [taskId, text]);
  const listed = occupation?.tasks.map(({ id, name }): [string, string] => [id, name]) ?? [];
  const names = new Map([...listed, ...own]);
  return Object.keys(aiUse?.tasks ?? {}).map((taskId) => ({ taskId, name: names.get(taskId) ?? taskId }));
}

const demandWords = ({ demands = {} }: Answers): string[] =>
  DEMAND_IDS.flatMap((id) => {
    const level = demands[id];
    return level ? [`${DEMANDS[id].name}: ${DEMAND_WORDS[level].toLowerCase()}`] : [];
  });

/** Ratings by skill; for skills that are not asked, the reason in place of an answer. */
function skillLine(
  { skills }: Answers,
  occupation: Occupation | undefined,
  asked: SkillQuestions | undefined,
): AnswerLine {
  const question = 'Your skills';
  if (asked && 'notAsked' in asked)
    return { question, change: PAGES.skills, answer: [`Not asked. ${asked.notAsked}`], fixed: true };
  const ratings = skills !== undefined && skills.occupationSlug === occupation?.slug ? skills.ratings : {};
  const named = (asked?.questions ?? []).flatMap(({ id, name }) => {
    const rating = ratings[id];
    return rating ? [`${name}: ${SKILL_RATING_WORDS[rating]}`] : [];
  });
  const count = Object.keys(ratings).length;
  const answer = named.length > 0 ? named : count > 0 ? [`${count} rated`] : [];
  return { question, change: PAGES.skills, answer };
}

/** Liked statements, and how many were answered: eighteen lines would bury the rest. */
function interestWords({ interests = {} }: Answers): string[] {
  const answered = INTEREST_STATEMENT_IDS.filter((id) => interests[id] !== undefined);
  if (answered.length === 0) return [];
  const liked = answered.filter((id) => interests[id] === 'like');
  return [
    ...liked.map((id) => INTEREST_STATEMENTS[id]),
    `${liked.length} liked of the ${answered.length} you answered`,
    ...(interestProfile(interests)
      ? []
      : ['Too few to draw a profile from: it needs two answers on each of the six themes']),
  ];
}
