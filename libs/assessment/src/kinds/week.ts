import { IsIn, IsOptional, IsString } from 'class-validator';
import type { Answers } from '../answers/answers.js';
import { isBetweenJobs } from '../answers/between-jobs.js';
import type { QuestionEntry } from '../content/question-entry.js';
import { FieldsBeginning } from './form-fields.js';
import { type Question, type QuestionContext, textIn, type Typed } from './question.js';
import { OTHER, readBands, readPercents, totalOf, weekTasks } from './week-amounts.js';

const BAND = 'band_';
const PERCENT = 'percent_';
const WAYS = ['bands', 'exact'] as const;

/** `band_…` or `percent_…` for each task, and "add them up" instead of going on. */
class WeekForm {
  @IsOptional()
  @IsIn(WAYS)
  way?: (typeof WAYS)[number];

  @IsOptional()
  @IsString()
  total?: string;

  @FieldsBeginning(BAND, 10)
  bands: ReadonlyMap<string, string>;

  @FieldsBeginning(PERCENT, 10)
  percents: ReadonlyMap<string, string>;
}

/** How much of the week each task takes, by band or in per cent. */
export const weekQuestion = (entry: QuestionEntry): Question<WeekForm> => ({
  entry,
  keys: entry.saves ?? [entry.id],
  form: WeekForm,
  typed: ({ answers, subject, asked }) => {
    const saved = answers.amounts?.occupationSlug === subject?.slug ? answers.amounts : undefined;
    return { way: asked.as ?? saved?.kind ?? 'bands', ...typedAmounts(saved) };
  },
  page: (context, typed) => weekPage(entry, context, typed),
  read: ({ way, total, bands, percents }, context) => {
    const tasks = weekTasks(context);
    const slug = context.subject?.slug ?? '';
    const read = way === 'exact' ? readPercents(percents, tasks) : readBands(bands, tasks);
    if (way === 'exact' && total !== undefined) return { again: { total: totalOf(percents, tasks) } };
    if ('problem' in read) {
      const prefix = way === 'exact' ? PERCENT : BAND;
      return { problems: read.problem.map(({ taskId, message }) => ({ field: prefix + taskId, message })) };
    }
    return { answers: { amounts: { ...read.amounts, occupationSlug: slug } } };
  },
  // Told with the tasks, and read by the reviewer as it was scored.
  told: () => [],
  staff: () => [],
});

const anythingElse = ({ answers }: QuestionContext): string =>
  isBetweenJobs(answers) ? 'Anything else' : 'Anything else you do';

function typedAmounts(amounts: Answers['amounts']): Typed {
  if (!amounts) return {};
  if (amounts.kind === 'exact')
    return Object.fromEntries(
      Object.entries(amounts.percents).map(([id, percent]) => [PERCENT + id, String(percent)]),
    );
  return Object.fromEntries(
    Object.entries({ ...amounts.bands, [OTHER]: amounts.other }).map(([id, band]) => [BAND + id, band]),
  );
}

function weekPage({ choices = [] }: QuestionEntry, context: QuestionContext, typed: Typed) {
  const exact = textIn(typed, 'way') === 'exact';
  const rows = [...weekTasks(context), ...(exact ? [] : [{ taskId: OTHER, name: anythingElse(context) }])];
  return {
    template: exact ? 'week-exact' : 'week',
    data: {
      rows: rows.map(({ taskId, name }) => {
        const field = (exact ? PERCENT : BAND) + taskId;
        return { field, name, value: textIn(typed, field), optional: taskId === OTHER };
      }),
      choices: choices.map(({ id, words }) => ({ id, words })),
      total: null,
    },
  };
}
