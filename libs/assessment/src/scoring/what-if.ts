import { inSentence } from '@app/kernel';
import type { WhatIf } from '../result/what-if.js';
import { type ExactAnswers, statedExactly, withMove } from './enter-move.js';
import { type LeverInput, ownParts } from './levers.js';
import type { WeekPart } from './week.js';

/** A move as somebody asks for it; what is missing or cannot be is replaced by what can. */
export interface AskedMove {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly hours?: number | undefined;
}

/** A step of the hours. */
const HALF = 0.5;
/** Hours where nobody named any: enough to see what a move does. */
const TO_BEGIN_WITH = 2;

/**
 * The score after a move of hours between two parts of the week, whichever way: what entering it as exact shares of the week gives, as a lever
 * has it. Undefined where nobody said which tasks are theirs and no job says it for them, or where there are not two parts.
 */
export function whatIf(input: LeverInput, asked: AskedMove): WhatIf | undefined {
  const { answers, subject, week, weekHours, score } = input;
  if (week.detail === 'title unknown') return undefined;
  const exact = statedExactly(answers, subject, week);
  const most = (part: WeekPart): number =>
    Math.floor(Math.min(part.share, percentOf(exact, part) / 100) * weekHours * 2) / 2;
  const parts = [...ownParts(week)].sort((a, b) => b.exposure - a.exposure);
  const sources = parts.filter((part) => most(part) >= HALF);
  const from = sources.find(({ taskId }) => taskId === asked.from) ?? sources[0];
  const others = parts.filter((part) => part !== from);
  const to = others.find(({ taskId }) => taskId === asked.to) ?? others.at(-1);
  if (!from || !to) return undefined;
  const hours = Math.min(most(from), Math.max(HALF, Math.round((asked.hours ?? TO_BEGIN_WITH) * 2) / 2));
  const percent = Math.min(Math.round((100 * hours) / weekHours), percentOf(exact, from));
  const move = { fromTaskId: from.taskId, toTaskId: to.taskId, percent };
  const after = input.scoreOf(withMove(exact, move));
  // Whole per cent may round a small move the wrong way.
  const scoreAfter = to.exposure > from.exposure ? Math.max(score, after) : Math.min(score, after);
  return {
    from: from.taskId,
    to: to.taskId,
    hours,
    most: most(from),
    scoreBefore: score,
    scoreAfter,
    words: wordsOf(hours, [from, to], [Math.round(score), Math.round(scoreAfter)]),
    parts: parts.map((part) => ({ id: part.taskId, name: part.name, gives: most(part) >= HALF })),
  };
}

const percentOf = ({ amounts }: ExactAnswers, { taskId }: WeekPart): number => amounts.percents[taskId] ?? 0;

function wordsOf(
  hours: number,
  parts: readonly WeekPart[],
  [before = 0, after = 0]: readonly number[],
): string {
  const [from = '', to = ''] = parts.map(({ name, own }) => (own ? `“${name}”` : inSentence(name)));
  const moved = `${hours === 1 ? '1 hour' : `${hours} hours`} a week from ${from} to ${to}`;
  return `${moved}: ${before === after ? `the score stays ${before}` : `from ${before} to ${after}`}.`;
}
