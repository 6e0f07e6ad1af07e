import { readdirSync, readFileSync } from 'node:fs';
import type { OrderAct } from './act.js';

const LIB = 'libs/orders/src';
const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

/** As they stand in the audit log, where an act that is called otherwise would be lost. */
const NAMES: Readonly<Record<string, string>> = {
  amend: 'order.amended',
  'answer-correction': 'order.correction_answered',
  'answer-dispute': 'order.dispute_answered',
  'ask-correction': 'order.correction_asked',
  cancel: 'order.cancelled',
  'confirm-accepted': 'order.confirmation_accepted',
  'confirm-otherwise': 'order.confirmed_otherwise',
  'correct-address': 'order.address_corrected',
  'decide-refund': 'order.refund_decided',
  'deliver-correction': 'order.correction_delivered',
  deliver: 'order.delivered',
  'end-blocker': 'order.blocker_ended',
  erase: 'order.data_erased',
  expire: 'order.expired',
  'make-dispute-pack': 'order.dispute_pack_made',
  'miss-correction': 'order.correction_late',
  'miss-promise': 'order.late',
  pause: 'order.paused',
  'pay-otherwise': 'order.paid_back_otherwise',
  pay: 'order.paid',
  'raise-blocker': 'order.blocked',
  recall: 'order.recalled',
  'record-dispute': 'order.disputed',
  'record-refund': 'order.refunded',
  'redraft-correction': 'order.correction_taken_up',
  'renew-link': 'order.link_renewed',
  resume: 'order.resumed',
  'send-again': 'order.email_sent_again',
  'start-clock': 'order.clock_started',
  'warn-at-risk': 'order.at_risk',
  'warn-correction-at-risk': 'order.correction_at_risk',
  'write-letter': 'order.letter_written',
};

/** Loaded before the tests, as everything else is: `npm run mutants` takes what a test is the first to load for made by that test alone. */
const MODULES = await Promise.all(
  Object.entries(NAMES).map(
    async ([file, name]) => [file, name, (await import(`./${file}.act.ts`)) as object] as const,
  ),
);

describe('acts', () => {
  it.each(MODULES)('%s is called %s in the audit log', (_file, name, module) => {
    const acts = Object.values(module).filter((each: object): each is OrderAct<unknown> => 'decide' in each);
    expect(acts.map((act) => act.name)).toEqual([name]);
  });

  it('are all called something', () => {
    const acts = files.flatMap((name) => /^acts\/(.+)\.act\.ts$/.exec(name)?.[1] ?? []);
    expect(acts.sort()).toEqual(Object.keys(NAMES).sort());
  });

  it('have each a test of their own', () => {
    const acts = files.filter((name) => name.endsWith('.act.ts'));
    expect(acts.length).toBeGreaterThan(9);
    expect(acts.filter((name) => !files.includes(name.replace(/\.ts$/, '.test.ts')))).toEqual([]);
  });

  it('are the only way to change an order: nothing but their runner may, so that event and audit entry cannot be forgotten', () => {
    const changing = files.filter((name) =>
      /\b(changeOrder|moveOrder)\(/.test(readFileSync(`${LIB}/${name}`, 'utf8')),
    );
    expect(changing.filter((name) => !name.endsWith('.test.ts')).sort()).toEqual([
      'acts/act-runner.ts',
      'order/orders.store.ts',
    ]);
  });
});
