import { inSentence } from '@app/kernel';
import type { Lever } from '../result/personal-result.js';
import { OTHER_WORK, type WeekPart } from './week.js';

/** Hours of a usual full-time week, taken when the person did not give theirs. */
export const USUAL_WEEK_HOURS = 37;
const MOST_HOURS = 4;
const MOST_LEVERS = 3;
/** Below this, in points, a move is not worth a conversation with a manager: the score is not known that well. */
const LEAST_GAIN = 2;

/**
 * The moves that lower the score most: up to 4 hours a week from a task the person does to another they do, in half hours. At most
 * three, each taking time from a different task.
 *
 * @param score the person's, before the move
 */
export function leversOf(parts: readonly WeekPart[], score: number, weekHours: number): Lever[] {
  const own = parts.filter(
    ({ taskId, share, statedShare }) =>
      taskId !== OTHER_WORK && share > 0 && (statedShare > 0 || !stated(parts)),
  );
  const moves = own.flatMap((from) => own.flatMap((to) => moveOf(from, to, score, weekHours)));
  moves.sort(
    (a, b) => a.scoreAfter - b.scoreAfter || a.from.localeCompare(b.from) || a.to.localeCompare(b.to),
  );
  const chosen: Lever[] = [];
  for (const move of moves) {
    const repeats = chosen.some(({ fromTaskId }) => fromTaskId === move.fromTaskId);
    if (!repeats && chosen.length < MOST_LEVERS) chosen.push(move);
  }
  return chosen;
}

/** Whether the person said which tasks are theirs; until then the typical week is taken for it. */
const stated = (parts: readonly WeekPart[]): boolean => parts.some(({ statedShare }) => statedShare > 0);

function moveOf(from: WeekPart, to: WeekPart, score: number, weekHours: number): Lever[] {
  const hours = Math.min(MOST_HOURS, Math.floor(from.share * weekHours * 2) / 2);
  const scoreAfter = Math.max(0, score + (hours / weekHours) * (to.exposure - from.exposure));
  if (hours < 0.5 || score - scoreAfter < LEAST_GAIN) return [];
  const words = `Move ${hoursInWords(hours)} a week from ${nameOf(from)} to ${nameOf(to)}: ${Math.round(score)}\u00a0→\u00a0${Math.round(scoreAfter)}.`;
  return [
    {
      fromTaskId: from.taskId,
      toTaskId: to.taskId,
      from: from.name,
      to: to.name,
      hours,
      scoreBefore: score,
      scoreAfter,
      words,
    },
  ];
}

/** Names that the person typed stay as they are. */
const nameOf = ({ name, own }: WeekPart): string => (own ? `“${name}”` : inSentence(name));

const hoursInWords = (hours: number): string => (hours === 1 ? '1 hour' : `${hours} hours`);
