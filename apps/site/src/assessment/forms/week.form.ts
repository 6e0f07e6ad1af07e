import { type Amounts, type Band, BANDS } from '@app/assessment';
import type { FieldError } from '@app/http';
import { record, textOf } from '../questions.js';

/** A task of the week's page. */
export interface WeekTask {
  readonly taskId: string;
  readonly name: string;
}

export const OTHER = 'other';
/** Field names: task ids come from us, but an id may not look like a form's own field. */
export const bandField = (taskId: string): string => `band_${taskId}`;
export const percentField = (taskId: string): string => `percent_${taskId}`;

export type WeekInput = Readonly<Record<string, string>>;

/** What was chosen or typed, by field name, bounded. */
export function readWeek(body: unknown, tasks: readonly WeekTask[]): WeekInput {
  const fields = record(body);
  const names = [...tasks.map(({ taskId }) => taskId), OTHER].flatMap((id) => [
    bandField(id),
    percentField(id),
  ]);
  return Object.fromEntries(names.map((name) => [name, textOf(fields[name], 10)]));
}

const isBand = (value: string): value is Band => (BANDS as readonly string[]).includes(value);

/** A band for every task; "anything else" may be left out. */
export function checkBands(
  input: WeekInput,
  tasks: readonly WeekTask[],
  occupationSlug: string,
): { amounts: Amounts } | { errors: FieldError[] } {
  const errors = tasks
    .filter(({ taskId }) => !isBand(input[bandField(taskId)] ?? ''))
    .map(({ taskId, name }) => ({
      field: bandField(taskId),
      message: `Choose how much of your week “${name}” takes`,
    }));
  if (errors.length > 0) return { errors };
  const bands = Object.fromEntries(tasks.map(({ taskId }) => [taskId, input[bandField(taskId)] as Band]));
  const first = tasks[0];
  if (first && Object.values(bands).every((band) => band === 'none')) {
    return {
      errors: [
        {
          field: bandField(first.taskId),
          message: 'Every task is set to “None”: choose how much of your week at least one of them takes',
        },
      ],
    };
  }
  const other = input[bandField(OTHER)] ?? '';
  return { amounts: { kind: 'bands', occupationSlug, bands, other: isBand(other) ? other : 'none' } };
}

/** Whole per cent as typed: "15", "15%", "15 %"; NaN for anything else. A blank is 0. */
function percentOf(typed: string): number {
  const digits = typed.replace(/\s*%$/, '');
  return digits === '' ? 0 : /^\d{1,3}$/.test(digits) ? Number(digits) : NaN;
}

/** Sum of the percentages that can be read. */
export const totalOf = (input: WeekInput, tasks: readonly WeekTask[]): number =>
  tasks.reduce((sum, { taskId }) => sum + (percentOf(input[percentField(taskId)] ?? '') || 0), 0);

/** Whole per cent for each task, more than 0 and at most 100 together; the rest is other work. */
export function checkPercents(
  input: WeekInput,
  tasks: readonly WeekTask[],
  occupationSlug: string,
): { amounts: Amounts } | { errors: FieldError[] } {
  const entries = tasks.map(({ taskId, name }) => ({
    taskId,
    name,
    percent: percentOf(input[percentField(taskId)] ?? ''),
  }));
  const errors = entries
    .filter(({ percent }) => !(percent >= 0 && percent <= 100))
    .map(({ taskId, name }) => ({
      field: percentField(taskId),
      message: `Enter a whole number from 0 to 100 for “${name}”`,
    }));
  const first = tasks[0];
  const total = totalOf(input, tasks);
  if (errors.length === 0 && first && total > 100) {
    errors.push({
      field: percentField(first.taskId),
      message: `Your tasks add up to ${total}%: take ${total - 100}% off, so that they make 100% or less`,
    });
  }
  if (errors.length === 0 && first && total === 0) {
    errors.push({
      field: percentField(first.taskId),
      message: 'Enter how much of your week at least one task takes',
    });
  }
  if (errors.length > 0) return { errors };
  return {
    amounts: {
      kind: 'exact',
      occupationSlug,
      percents: Object.fromEntries(entries.map(({ taskId, percent }) => [taskId, percent])),
    },
  };
}
