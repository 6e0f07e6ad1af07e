import { createHash } from 'node:crypto';
import { formatDayTime, promiseFor } from '@app/kernel';
import { type CaseFile, SILENT } from './case-file.js';
import type { Letter, LetterKind } from './letters.js';
import type { World } from './world.js';

const HOUR = 3_600_000;

/** How long something may take, in milliseconds. Schedules tick every two hours by day and every six by night here; mail servers recover within half a day. */
export const LIMITS = {
  confirmation: 30 * HOUR,
  apology: 30 * HOUR,
  refund: 96 * HOUR,
  news: 48 * HOUR,
} as const;

/** A rule that each order keeps. Gives what breaks it, in words. */
export type Rule = (file: CaseFile, world: World) => readonly string[];

const words = (ms: number): string => formatDayTime(new Date(ms));
const ofKind = ({ letters }: CaseFile, ...kinds: readonly LetterKind[]): Letter[] =>
  letters.filter(({ kind }) => kinds.includes(kind));
const pounds = (pence: number): string => `£${(pence / 100).toFixed(2)}`;

/** The moment from which a delay counts against us: none while the order is bound by what silences us, or ended. */
function boundAt({ bounds }: CaseFile, at: number): boolean {
  return bounds.some(({ kind, from, until }) => SILENT.includes(kind) && from <= at && until > at);
}

/** What is promised does not move by itself: only a pause, or an apology, names another time. */
const promiseStands: Rule = (file) => {
  let current: number | undefined;
  const broken: string[] = [];
  for (const letter of file.letters) {
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
const promiseIsRight: Rule = (file) => {
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
const promiseKept: Rule = (file, world) => {
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
const noIdlePromise: Rule = (file) =>
  ofKind(file, 'started', 'at-risk', 'late')
    .filter(({ at }) => boundAt(file, at - 1))
    .map(({ kind, at }) => `the ${kind} of ${words(at)} names a time while the order is bound`);

/** The money that an apology names is paid back. */
const remedyPaid: Rule = (file, world) => {
  const late = ofKind(file, 'late');
  const [first] = late;
  if (!first) return [];
  if (first.remedy === undefined && file.account.refunded === 0) return ['the first apology names no money'];
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

/** Never more than was paid, every refund is told once, and none is told that Stripe does not have. */
const moneyConserved: Rule = ({ account, letters }, world) => {
  const broken: string[] = [];
  if (account.refunded > account.paid)
    broken.push(`${pounds(account.refunded)} was paid back of ${pounds(account.paid)}`);
  const told = letters.flatMap(({ paidBack }) => paidBack ?? []);
  const all = [...account.refunds, ...account.failed];
  const old = all.filter(({ created }) => created * 1_000 + LIMITS.news < world.now);
  const left = [...told];
  for (const { amount } of old) {
    const at = left.indexOf(amount);
    if (at === -1) broken.push(`${pounds(amount)} was paid back, and no email says so`);
    else left.splice(at, 1);
  }
  const real = all.map(({ amount }) => amount);
  for (const amount of told) {
    const at = real.indexOf(amount);
    if (at === -1 && !world.paidOtherwise.has(amount))
      broken.push(`an email says that ${pounds(amount)} was paid back; Stripe has no such refund`);
    else if (at !== -1) real.splice(at, 1);
  }
  return broken;
};

/** Who cancelled has all of it back, or it lies before a person. */
const cancelledIsRefunded: Rule = (file, world) => {
  const [cancelled] = ofKind(file, 'cancelled');
  if (!cancelled || cancelled.at + LIMITS.refund > world.now) return [];
  const { account, tasks } = file;
  return account.refunded >= account.paid || account.disputed || tasks.length > 0
    ? []
    : [
        `cancelled on ${words(cancelled.at)}; ${pounds(account.refunded)} of ${pounds(account.paid)} came back`,
      ];
};

/** How often each kind of letter may come, besides what staff sent again. */
const onePerReason: Rule = (file, world) => {
  const again = world.again.get(file.orderId) ?? 0;
  const broken: string[] = [];
  for (const kind of ['confirmation', 'started', 'blueprint', 'cancelled'] as const) {
    const count = ofKind(file, kind).length;
    if (count > 1 + again) broken.push(`${count} emails: ${kind}`);
  }
  for (const kind of ['late', 'at-risk'] as const) {
    const reasons = ofKind(file, kind).map(({ email }) => email.text.replaceAll(/\s+/g, ' ').slice(0, 240));
    const twice = reasons.filter((reason, index) => reasons.indexOf(reason) !== index);
    if (twice.length > again) broken.push(`the same ${kind} came ${twice.length + 1} times`);
  }
  const ids = file.letters.map(({ email }) => email.mail.messageId ?? '');
  const doubled = ids.filter((id, index) => ids.indexOf(id) !== index);
  if (doubled.length > again) broken.push(`the same message came twice: ${doubled.join()}`);
  return broken;
};

/** A file that went out is one that people approved, and nothing stood in its way. */
const approvedAndFree: Rule = (file, world) =>
  ofKind(file, 'blueprint', 'corrected').flatMap(({ at, files }) => {
    const unknown = files.filter((bytes) => {
      const approved = world.approved.get(createHash('sha256').update(bytes).digest('hex'));
      return approved === undefined || approved > at;
    });
    const standing = file.bounds.filter(({ from, until }) => from < at - 1_000 && until > at);
    return [
      ...(unknown.length > 0 ? [`the email of ${words(at)} has a file that nobody approved`] : []),
      ...standing.map(({ kind }) => `the blueprint of ${words(at)} was sent while ${kind} stood`),
    ];
  });

/** Whoever paid hears of it, or a person sees to it. */
const confirmed: Rule = (file, world) =>
  ofKind(file, 'confirmation', 'cancelled', 'refunded').length > 0 ||
  file.tasks.length > 0 ||
  file.account.refunded >= file.account.paid ||
  file.paidAt + LIMITS.confirmation > world.now
    ? []
    : [`paid on ${words(file.paidAt)}, and not confirmed`];

/** What holds on every day. */
export const DAILY: Readonly<Record<string, Rule>> = {
  'a promise does not move by itself': promiseStands,
  'a promise is right by the table': promiseIsRight,
  'a promise is kept, or there is an apology': promiseKept,
  'nothing is promised while the order is bound': noIdlePromise,
  'the money of an apology is paid': remedyPaid,
  'money is conserved and told': moneyConserved,
  'who cancelled has the money back': cancelledIsRefunded,
  'one email for each reason': onePerReason,
  'nothing unapproved or bound is sent': approvedAndFree,
  'who paid hears of it': confirmed,
};

/** What holds at the end besides. */
export const ending: Rule = (file) => {
  const { account, tasks } = file;
  const delivered = ofKind(file, 'blueprint').length > 0;
  const second = [...account.payments.values()].length > 1;
  if (second && account.refunded < account.paid / 2 && tasks.length === 0)
    return ['paid twice, and the second payment neither came back nor lies before a person'];
  return delivered || account.refunded >= account.paid || account.taken || tasks.length > 0
    ? []
    : ['paid, and neither delivered, nor paid back, nor before a person'];
};
