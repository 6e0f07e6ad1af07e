import { inSentence } from '@app/kernel';
import type { Answers } from '../answers/answers.js';
import type { Lever } from '../result/personal-result.js';
import { TRUST } from './detail.js';
import { type ExactAnswers, type Move, statedExactly, withMove } from './enter-move.js';
import type { Subject } from './subject.js';
import { OTHER_WORK, type Week, type WeekPart } from './week.js';

/** Hours of a usual full-time week, taken when the person did not give theirs. */
export const USUAL_WEEK_HOURS = 37;
const MOST_HOURS = 4;
/** Of a task so much may go: whoever hands it to a tool or a colleague still checks what comes of it. */
const MOST_OF_A_TASK = 0.75;
const MOST_LEVERS = 3;
/** Below this, in points, a move is not worth a conversation with a manager: the score is not known that well. */
const LEAST_GAIN = 2;

/** Whose moves are looked for. */
export interface LeverInput {
  readonly answers: Answers;
  readonly subject: Subject;
  readonly week: Week;
  /** The person's, before the move. */
  readonly score: number;
  readonly weekHours: number;
  /** The score that answers give. */
  readonly scoreOf: (answers: Answers) => number;
}

/** A move before its score is worked out. */
interface Candidate {
  readonly move: Move;
  readonly from: WeekPart;
  readonly to: WeekPart;
  readonly hours: number;
  /** Points it lowers the score by, but for what it does to the answers about AI tools. */
  readonly gain: number;
}

interface ScoredMove extends Candidate {
  readonly scoreAfter: number;
}

/** Moves whose score is worked out, and of them how many take time from one task: a whole score each is too much for every pair. */
const LOOKED_AT = 12;
const LOOKED_AT_FROM = 3;

/**
 * The moves that lower the score most: up to 4 hours a week, and up to three quarters of a task, from one the person does to another they do, in half hours. At most
 * three, each taking time from a different task. A lever promises what entering the move as exact shares of the week gives.
 */
export function leversOf(input: LeverInput): Lever[] {
  const { week, score, subject } = input;
  const own = ownParts(week);
  const exact = week.detail === 'title unknown' ? undefined : statedExactly(input.answers, subject, week);
  const found = lookedAt(own.flatMap((from) => own.flatMap((to) => moveOf(from, to, exact, input))))
    .map((candidate): ScoredMove => ({
      ...candidate,
      // Of a family of work alone nobody says which tasks are theirs: what they would count for with a job.
      scoreAfter: exact
        ? input.scoreOf(withMove(exact, candidate.move))
        : Math.max(0, score - candidate.gain),
    }))
    .filter(({ scoreAfter }) => score - scoreAfter >= LEAST_GAIN)
    .sort((a, b) => a.scoreAfter - b.scoreAfter || byName(a, b));
  const chosen: ScoredMove[] = [];
  for (const move of found)
    if (chosen.length < MOST_LEVERS && !chosen.some(({ from }) => from === move.from)) chosen.push(move);
  return chosen.map((each) => leverOf(each, score));
}

/** The parts of the week that are the person's, other work aside; until they say which are, those of the typical week. */
export function ownParts({ parts }: Week): WeekPart[] {
  const stated = parts.some(({ statedShare }) => statedShare > 0);
  return parts.filter(
    ({ taskId, share, statedShare }) => taskId !== OTHER_WORK && share > 0 && (statedShare > 0 || !stated),
  );
}

const byName = (a: Candidate, b: Candidate): number =>
  a.from.name.localeCompare(b.from.name) || a.to.name.localeCompare(b.to.name);

/** The most promising, not all of them from one task. */
function lookedAt(candidates: readonly Candidate[]): Candidate[] {
  const counts = new Map<WeekPart, number>();
  return [...candidates]
    .sort((a, b) => b.gain - a.gain || byName(a, b))
    .filter(({ from }) => {
      const count = (counts.get(from) ?? 0) + 1;
      counts.set(from, count);
      return count <= LOOKED_AT_FROM;
    })
    .slice(0, LOOKED_AT);
}

function moveOf(
  from: WeekPart,
  to: WeekPart,
  exact: ExactAnswers | undefined,
  { weekHours }: LeverInput,
): Candidate[] {
  const percents = exact?.amounts.percents;
  // The score weighs what they said against the usual week; nobody can give away hours that they do not have.
  const said = from.statedShare > 0 ? from.statedShare : 1;
  const taken = Math.min(from.share, said, percents ? (percents[from.taskId] ?? 0) / 100 : 1);
  const hours = Math.min(MOST_HOURS, Math.floor(MOST_OF_A_TASK * taken * weekHours * 2) / 2);
  const percent = Math.min(Math.round((100 * hours) / weekHours), percents?.[from.taskId] ?? 100);
  const gain = (TRUST.exact * percent * (from.exposure - to.exposure)) / 100;
  // The answers about AI tools may add a point or so to what the tasks give. A move the wrong way, or of no time, gains nothing.
  if (gain < LEAST_GAIN / 2) return [];
  const move = { fromTaskId: from.taskId, toTaskId: to.taskId, percent };
  return [{ move, from, to, hours, gain }];
}

const leverOf = ({ move, from, to, hours, scoreAfter }: ScoredMove, score: number): Lever => ({
  ...move,
  from: from.name,
  to: to.name,
  hours,
  scoreBefore: score,
  scoreAfter,
  words: `Move ${hoursInWords(hours)} a week from ${nameOf(from)} to ${nameOf(to)}: ${Math.round(score)}\u00a0→\u00a0${Math.round(scoreAfter)}.`,
});

/** Names that the person typed stay as they are. */
const nameOf = ({ name, own }: WeekPart): string => (own ? `“${name}”` : inSentence(name));

const hoursInWords = (hours: number): string => (hours === 1 ? '1 hour' : `${hours} hours`);
