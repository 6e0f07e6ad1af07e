import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { aCorrection } from '../correction/correction.builder.js';
import type { Correction } from '../correction/corrections.store.js';
import { anOrder } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { missCorrection } from './miss-correction.act.js';

const at = new Date('2026-11-26T18:00:00.001Z');
const newTimeAt = new Date('2026-11-27T18:00:00Z');
const decide = (
  changes: Partial<Correction> = {},
  {
    now = at,
    kinds = [],
    next = newTimeAt,
  }: { now?: Date; kinds?: readonly string[]; next?: Date | null } = {},
): Verdict =>
  missCorrection.decide(
    anOrder(),
    { at: now, newTimeAt: next },
    { open: aCorrection(changes), blockers: kinds.map((kind) => ({ kind }) as OrderBlocker) },
  );

describe('a correction that is late', () => {
  it('is told with the new time, and is a task', () => {
    expect(decide()).toMatchObject({
      kind: 'done',
      correction: { change: { lateAt: at, newTimeAt } },
      events: [{ name: 'correction_late' }],
      jobs: [
        { job: { name: 'order.tell-correction-late' }, payload: { newTimeAt: newTimeAt.toISOString() } },
      ],
      tasks: [{ kind: 'correction_late' }],
    });
  });

  it('is told again when the new time is missed too; when it was first told stays', () => {
    const told = { lateAt: at, newTimeAt };
    expect(decide(told)).toEqual({ kind: 'already' });
    const later = new Date(newTimeAt.getTime() + 1);
    expect(decide(told, { now: later })).toMatchObject({ correction: { change: { lateAt: at } } });
  });

  it('is told once where no calendar reaches to a new time', () => {
    expect(decide({}, { next: null })).toMatchObject({ kind: 'done' });
    expect(decide({ lateAt: at }, { next: null })).toEqual({ kind: 'already' });
  });

  it.each([
    ['that has time', decide({ promiseAt: at })],
    ['without a promise', decide({ promiseAt: null })],
    ['of a disputed order', decide({}, { kinds: ['dispute'] })],
    ['that is settled', missCorrection.decide(anOrder(), { at, newTimeAt }, { open: null, blockers: [] })],
  ])('is not one %s', (_what, verdict) => {
    expect(verdict).toEqual({ kind: 'already' });
  });
});
