import { createHash } from 'node:crypto';
import {
  LIMITS,
  noIdlePromise,
  ofKind,
  pounds,
  promiseIsRight,
  promiseKept,
  promiseStands,
  remedyPaid,
  remedyPaidOnce,
  type Rule,
  words,
} from './promise-rules.js';
import type { Said, World } from './world.js';

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

/** A file that went out is the one that people approved for this order. */
const onlyApproved: Rule = (file, world) =>
  ofKind(file, 'blueprint', 'corrected').flatMap(({ at, files }) =>
    files
      .map((bytes) => world.approved.get(createHash('sha256').update(bytes).digest('hex')))
      .filter((approved) => approved?.orderId !== file.orderId || approved.at > at)
      .map(
        (approved) =>
          `the email of ${words(at)} has a file that ${approved ? 'is of another order' : 'nobody approved'}`,
      ),
  );

/** When what was said must have been heard, at the latest; that a bank gave in may be heard at once. */
const hearing = (what: Said['what'], world: World): number =>
  what === 'dispute_won' ? 0 : what === 'dispute' ? world.hearing : LIMITS.hearing;

/** Nothing goes out while something stands in the way, by our own record or by what must have been heard by then. */
const onlyFree: Rule = (file, world) =>
  ofKind(file, 'blueprint', 'corrected').flatMap(({ at }) => {
    const standing = file.bounds
      .filter(({ heard, until }) => heard < at - 1_000 && until > at)
      .map(({ kind }) => kind);
    const last = file.said.findLast(
      ({ what, at: since }) => what !== 'address' && since < at - hearing(what, world),
    )?.what;
    const told = last !== undefined && last !== 'dispute_won' ? [last] : [];
    return [...standing, ...told].map((why) => `the blueprint of ${words(at)} was sent in spite of: ${why}`);
  });

/** What is sent goes to the address that the customer gave last. */
const toTheirAddress: Rule = ({ letters, said }) =>
  letters
    .filter(({ kind }) => kind !== 'address-changed' && kind !== 'other')
    .flatMap(({ email, at, kind }) => {
      const moved = said.findLast((one) => one.what === 'address' && one.at < at - LIMITS.hearing);
      return moved?.email === undefined || moved.email === email.to
        ? []
        : [`the ${kind} of ${words(at)} went to ${email.to}`];
    });

/** What people approved is sent on the next working day but one, unless something came between. */
const approvedIsSent: Rule = (file, world) => {
  const sent = ofKind(file, 'blueprint', 'corrected').flatMap(({ files }) =>
    files.map((bytes) => createHash('sha256').update(bytes).digest('hex')),
  );
  if (file.bounds.length > 0 || file.tasks.some((kind) => !/^promise_/.test(kind)) || file.state !== 'paid')
    return [];
  return [...world.approved]
    .filter(
      ([sha256, { orderId, at }]) =>
        orderId === file.orderId && !sent.includes(sha256) && at + LIMITS.sending < world.now,
    )
    .map(([, { at }]) => `approved on ${words(at)}, and not sent`);
};

/** Who cancels by their order page has it in writing. */
const cancellationAnswered: Rule = (file, world) =>
  file.said.some(({ what, at }) => what === 'cancelled' && at + LIMITS.confirmation < world.now) &&
  ofKind(file, 'cancelled').length === 0 &&
  file.tasks.length === 0
    ? ['cancelled on the order page, and no email says so']
    : [];

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
  'the money of an apology is paid once': remedyPaidOnce,
  'money is conserved and told': moneyConserved,
  'who cancelled has the money back': cancelledIsRefunded,
  'one email for each reason': onePerReason,
  'nothing unapproved is sent': onlyApproved,
  'nothing is sent while something stands in the way': onlyFree,
  'it goes to the address that was given last': toTheirAddress,
  'what was approved is sent': approvedIsSent,
  'a cancellation is answered': cancellationAnswered,
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
