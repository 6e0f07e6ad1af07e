import { addBusinessTime, DomainError } from '@app/kernel';
import { TASK_KINDS, type TaskKind } from './task-kinds.js';

const HOUR = 3_600_000;

/** When a task of this kind is due. Past the last year of the calendar in hours of the clock: work must still be raised then. */
export function dueAt(kind: TaskKind, openedAt: Date): Date {
  const duration = TASK_KINDS[kind].dueHours * HOUR;
  try {
    return addBusinessTime(openedAt, duration);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'calendar_exhausted')
      return new Date(openedAt.getTime() + duration);
    throw error;
  }
}
