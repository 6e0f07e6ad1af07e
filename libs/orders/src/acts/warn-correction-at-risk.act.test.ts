import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { aCorrection } from '../correction/correction.builder.js';
import type { Correction } from '../correction/corrections.store.js';
import { anOrder } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { warnCorrectionAtRisk } from './warn-correction-at-risk.act.js';

const promiseAt = new Date('2026-11-26T18:00:00Z');
const at = new Date('2026-11-26T14:00:00Z');
const decide = (changes: Partial<Correction> | null = {}, kinds: string[] = []): Verdict =>
  warnCorrectionAtRisk.decide(
    anOrder(),
    { at, until: promiseAt },
    {
      open: changes && aCorrection({ promiseAt, ...changes }),
      blockers: kinds.map((kind) => ({ kind }) as OrderBlocker),
    },
  );

describe('a correction at risk', () => {
  it('is told to its customer and to staff', () => {
    expect(decide({}, ['hold', 'bounce'])).toMatchObject({
      kind: 'done',
      correction: { change: { atRiskAt: at } },
      events: [{ name: 'correction_at_risk', at }],
      jobs: [{ job: { name: 'order.tell-correction-at-risk' } }],
      tasks: [
        { kind: 'correction_at_risk', summary: expect.stringContaining('6 pm on Thursday 26 November 2026') },
      ],
    });
    expect(decide({ promiseAt: at }).kind).toBe('done');
  });

  it.each<[string, Partial<Correction> | null]>([
    ['is settled', null],
    ['is told already', { atRiskAt: at }],
    ['has no promise', { promiseAt: null }],
    ['has missed its promise', { promiseAt: new Date(at.getTime() - 1) }],
    ['has more time', { promiseAt: new Date(promiseAt.getTime() + 1) }],
  ])('is not one that %s', (_what, changes) => {
    expect(decide(changes)).toEqual({ kind: 'already' });
  });

  it.each(['pause', 'cancellation_notice', 'refund_in_full', 'dispute', 'fraud_warning'])(
    'is not told while a %s stands',
    (kind) => {
      expect(decide({}, [kind])).toEqual({ kind: 'already' });
    },
  );
});
