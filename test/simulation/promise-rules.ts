import { formatDayTime, promiseFor } from '@app/kernel';
import { type CaseFile, SILENT } from './case-file.js';
import type { Letter, LetterKind } from './letters.js';
import type { World } from './world.js';

const HOUR = 3_600_000;

/** How long something may take, in milliseconds. Schedules tick every three hours by day and every six by night here; mail servers recover within half a day. */
export const LIMITS = {
  confirmation: 30 * HOUR,
  apology: 30 * HOUR,
  refund: 96 * HOUR,
  news: 48 * HOUR,
  hearing: HOUR,
  sending: 120 * HOUR,
} as const;

/** A rule that each order keeps. Gives what breaks it, in words. */
export type Rule = (file: CaseFile, world: World) => readonly string[];

export const words = (ms: number): string => formatDayTime(new Date(ms));
export const ofKind = ({ letters }: CaseFile, ...kinds: readonly LetterKind[]): Letter[] =>
  letters.filter(({ kind }) => kinds.includes(kind));
export const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** The moment from which a delay counts against us: none while the order is bound by what silences us, or ended. */
export function boundAt({ bounds }: CaseFile, at: number): boolean {
  return bounds.some(({ kind, from, until }) => SILENT.includes(kind) && from <= at && until > at);
}

/** What is promised does not move by itself: only a pause, or an apology, names another time. */
export const promiseStands: Rule = (file) => {
  let current: number | undefined;
  const broken: string[] = [];
  for (const letter of file.letters) {
    const first = file.letters.find(({ promised }) => promised !== undefined)?.promised;
    const moved = file.letters.some(({ kind }) => kind === 'resumed');
    if (!moved && first !== undefined && letter.recalled !== undefined && letter.recalled !== first)
      broken.push(
        `the ${letter.kind} says that ${words(letter.recalled)} was promised; it was ${words(first)}`,
      );
    if (letter.promised === undefined) continue;
    if (current !== undefined && letter.promised !== current && !['late', 'resumed'].includes(letter.kind))
      broken.push(
        `the ${letter.kind} promises ${words(letter.promised)}, and before it was ${words(current)}`,
      );
    current = letter.promised;
  }
  return broken;
};

/** Who starts at once is promised what the table says for the moment at which the confirmation was taken. */
export const promiseIsRight: Rule = (file) => {
  const [first] = ofKind(file, 'confirmation');
  if (!first || file.waits || first.promised === undefined) return [];
  const { promiseAt } = promiseFor(new Date(first.at));
  return promiseAt.getTime() === first.promised
    ? []
    : [
        `the confirmation of ${words(first.at)} promises ${words(first.promised)}, not ${words(promiseAt.getTime())}`,
      ];
};

/** Each time that an email named was kept, or there was an apology with a new time. */
export const promiseKept: Rule = (file, world) => {
  const { account, letters } = file;
  const delivered = ofKind(file, 'blueprint')[0]?.at ?? Infinity;
  const cancelled = ofKind(file, 'cancelled')[0]?.at ?? Infinity;
  const broken: string[] = [];
  for (const letter of letters) {
    const { promised, kind, at } = letter;
    if (promised === undefined || delivered <= promised || cancelled <= promised + LIMITS.apology) continue;
    // A pause took its place before it was due.
    if (
      letters.some(
        (other) => other.kind === 'resumed' && other.at > at && other.at <= promised + LIMITS.apology,
      )
    )
      continue;
    const freed = file.bounds
      .filter(
        ({ kind: why, from, until }) =>
          SILENT.includes(why) && from <= promised + LIMITS.apology && until > promised,
      )
      .map(({ until }) => until);
    const due = Math.max(promised, ...freed) + LIMITS.apology;
    if (due > world.now || account.taken || account.refunded >= account.paid) continue;
    const told = letters.some((other) => other.kind === 'late' && other.at > promised && other.at <= due);
    if (!told) broken.push(`the ${kind} promised ${words(promised)}; nothing came, and no apology`);
  }
  return broken;
};

/** Who is told that work starts, or when they have it, can have it: nothing stands in the way that they know of. */
export const noIdlePromise: Rule = (file) =>
  ofKind(file, 'started', 'at-risk', 'late')
    .filter(({ at }) => boundAt(file, at - 1))
    .map(({ kind, at }) => `the ${kind} of ${words(at)} names a time while the order is bound`);

/** The money that apologies name is paid back as often as they name it. */
export const remedyPaidOnce: Rule = (file) => {
  const named = ofKind(file, 'late').flatMap(({ remedy }) => remedy ?? []);
  const amounts = file.account.refunds.map(({ amount }) => amount);
  const times = (all: readonly number[], one: number): number => all.filter((each) => each === one).length;
  return [...new Set(named)]
    .filter((remedy) => times(amounts, remedy) > times(named, remedy))
    .map(
      (remedy) =>
        `${pounds(remedy)} was paid back ${times(amounts, remedy)} times; apologies name it ${times(named, remedy)} times`,
    );
};

/** The money that an apology names is paid back. */
export const remedyPaid: Rule = (file, world) => {
  const late = ofKind(file, 'late');
  const [first] = late;
  if (!first) return [];
  if (first.remedy === undefined && !ofKind(file, 'refunded').some(({ at }) => at < first.at))
    return ['the first apology names no money'];
  return late.flatMap(({ remedy, at }) => {
    if (remedy === undefined || at + LIMITS.refund > world.now) return [];
    const { refunded } = file.account;
    return refunded >= remedy || file.account.disputed || file.tasks.length > 0
      ? []
      : [
          `the apology of ${words(at)} says that ${pounds(remedy)} is paid back; Stripe has ${pounds(refunded)}`,
        ];
  });
};
