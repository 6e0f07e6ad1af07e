import { type Answers, type Avoidance, MOST_PATHS, type WorkLevel } from '@app/assessment';
import { nationOf, type StepLevel, type TradeStep, usualMonths } from '@app/labour-market';
import { isForTrade } from '@app/occupations';
import type { SnapshotStep } from '../snapshot/snapshot-step.js';

/** Page 8 has room for so many beside three paths; a page of their own holds twice as many. */
export const STEPS_BESIDE_PATHS = 2;
export const MOST_STEPS = 4;

/** What a step asks that somebody wished to avoid, by its words; that its pay is lower stands in the step itself. */
const ASKED: Readonly<Partial<Record<Avoidance, RegExp>>> = {
  'managing-people': /\b(managers?|supervisors?|head|team leaders?|directors?|deputy|a small team|chief)\b/i,
  'client-facing': /\b(clients?|customers?|visitors|public desk)\b/i,
  shifts: /\b(shifts?|nights?|on-call|rota|weekends?)\b/i,
  'physical-work': /\b(lifting|ladders?|loading|on your feet|climbing|manual)\b/i,
  exams: /\b(exams?|degree|diploma|test passed|practical test|assessed cases)\b/i,
  'self-employment':
    /\b(self-employed|own (clients|account|chair|round|business)|freelance|your own firm)\b/i,
};
const AWAY = /\b(nights? away|away from home|abroad|offshore|tramping|relocat)/i;

/** How far in their work somebody is, by what they said of their level or else of their years. */
function levelOf({ level, years }: Pick<Answers, 'level' | 'years'>): WorkLevel | undefined {
  if (level !== undefined || years === undefined) return level;
  if (years < BEGINNING) return 'junior';
  return years < LONG ? 'mid' : 'senior';
}
const [BEGINNING, LONG] = [2, 10];

/** Whom a step is for comes first: its own level, then anybody, then the one below; a level above comes last and a beginner's step is no step for others. */
const FIT: Readonly<Record<WorkLevel, Readonly<Record<StepLevel, number | undefined>>>> = {
  junior: { starting: 0, anyone: 0, settled: 2, senior: undefined },
  mid: { settled: 0, anyone: 0, senior: 2, starting: 3 },
  senior: { senior: 0, settled: 0.5, anyone: 1, starting: undefined },
  lead: { senior: 0, settled: 1, anyone: 1, starting: undefined },
};

/**
 * The steps inside their trade that fit somebody, the best first: what is done from home for who wishes that, by whom they are for, by what of the
 * person's own title and tasks they name, then as the editors ordered them. Left out are those of another trade of the same group, those that take longer than they have, ask for what
 * they avoid, or that they have taken.
 */
export function fittingSteps(
  steps: readonly TradeStep[],
  answers: Answers,
  own: { readonly title: string; readonly tasks: readonly string[] },
): TradeStep[] {
  const { monthsToTrain = Infinity, avoid = [], travel, budget } = answers.constraints ?? {};
  const level = levelOf(answers);
  const nation = nationOf(answers.region);
  const near = travel === 'local' || travel === 'remote';
  const role = answers.jobTitle ?? own.title;
  const [titleWords, taskWords] = [stems(`${role} ${own.title}`), stems(own.tasks.join(' '))];
  return steps
    .flatMap((step, index) => {
      const words = `${step.step}: ${step.asks}`;
      const fit = level === undefined ? (step.for === 'starting' ? 2 : 0) : FIT[level][step.for];
      const barred =
        usualMonths({ from: step.months[0], to: step.months[1] }) > monthsToTrain ||
        (step.nations !== undefined && (nation === undefined || !step.nations.includes(nation))) ||
        !isForTrade(step, `${role} ${own.title}`) ||
        avoid.some((one) => ASKED[one]?.test(words) || step.brings?.some((brought) => brought === one)) ||
        (near && AWAY.test(`${words} ${step.why}`)) ||
        isHeld(step.step, role);
      if (fit === undefined || barred) return [];
      const tooLong = step.months[1] > monthsToTrain ? 1 : 0;
      const tooDear = budget === 0 && /^(?!.*(paid|free|nothing|funded))/i.test(step.cost) ? 1 : 0;
      const alike = shared(stems(words), titleWords) + 0.5 * Math.min(2, shared(stems(words), taskWords));
      const fromHome = travel === 'remote' && FROM_HOME.test(`${words} ${step.why}`) ? WISHED : 0;
      // Written for the very trade that they call theirs, not only for the group.
      const named = step.trades && isForTrade(step, role) ? 1 : 0;
      return [{ step, cost: fit + tooLong + tooDear - alike - fromHome - named + ORDER * index }];
    })
    .sort((a, b) => a.cost - b.cost)
    .map(({ step }) => step);
}

/** More than whom a step is for. */
const WISHED = 3;
const FROM_HOME = /\b(from home|at home|online|remote)/i;

/** A place down the editors' list counts this much. */
const ORDER = 0.3;

/** Whether their title says that they are there already: a staff software engineer needs no step to "technical lead or staff engineer". */
function isHeld(step: string, role: string): boolean {
  const held = new Set(wordsOf(role));
  return (
    step
      .split(/,| or /)
      // "Sous chef who costs the menu" is a sous chef.
      .map((part) => wordsOf(part.split(/ (?:who|with|of|in|at|on|for) /)[0] ?? ''))
      .some((part) => part.length > 1 && part.every((word) => held.has(word)))
  );
}
const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];

/** Words that say what work it is, by their beginnings: "writing" and "writer" are one. */
const stems = (text: string): Set<string> =>
  new Set(
    (text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])
      .filter((word) => !COMMON.test(word))
      .map((word) => word.slice(0, STEM)),
  );
const STEM = 4;
const COMMON =
  /^(with|from|other|work|working|your|their|that|this|then|some|year|years|time|training|course|courses|lead|senior|junior|staff|manager|month|months|people|team|taking|making|keeping)$/;

const shared = (a: ReadonlySet<string>, b: ReadonlySet<string>): number =>
  [...a].filter((word) => b.has(word)).length;

/** Page of the blueprint on which the first next step stands whole: beside three paths page 8, else a page of its own in place of one of them. */
export const stepPage = (paths: number): number => (paths === MOST_PATHS ? 8 : paths === 0 ? 10 : 9 + paths);

/** Steps without those that lead to one of the paths: a page of its own says more of it. */
export const stepsBeside = (
  paths: readonly { readonly title: string }[],
  steps: readonly TradeStep[],
): TradeStep[] =>
  steps.filter(({ step }) => !paths.some(({ title }) => squeezed(step).includes(headOf(title))));

/** "Fork-lift" and "forklift" are one word. */
const squeezed = (words: string): string => words.toLowerCase().replace(/[^a-z]/g, '');

/** First words of titles that say too little of the work. */
const VAGUE = /^(?:.{1,6}|business|community|customer|medical|personal|private|project|quality|support)$/;

/** The word that a title goes by, "forklift" of a forklift driver; where it says too little, the whole. */
function headOf(title: string): string {
  const first = squeezed(title.split(' ')[0] ?? '');
  return VAGUE.test(first) ? squeezed(title) : first;
}

/** A step as the paper says it. */
export const stepOf = ({
  step,
  why,
  asks,
  months,
  cost,
  say,
  page,
  who,
  checkedOn,
}: TradeStep & { readonly checkedOn?: string }): SnapshotStep => ({
  step,
  why,
  asks,
  time: timeWords(months),
  months,
  cost,
  say,
  page,
  ...(who !== undefined && { who }),
  ...(checkedOn !== undefined && { checkedOn }),
});

function timeWords([from, to]: TradeStep['months']): string {
  if (to === 0) return 'at once';
  if (from === 0) return `up to ${to} ${to === 1 ? 'month' : 'months'}`;
  return `${from === to ? to : `${from}–${to}`} ${to === 1 ? 'month' : 'months'}`;
}
