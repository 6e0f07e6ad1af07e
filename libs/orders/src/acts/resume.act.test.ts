import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder } from '../order/order.builder.js';
import { resume } from './resume.act.js';

const promiseAt = new Date('2026-11-26T18:00:00Z');
const order = anOrder({ promiseAt, targetAt: new Date('2026-11-25T18:00:00Z') });
const pausedAt = (at: string): OrderBlocker[] => [
  { kind: 'pause', source: 'p', openedAt: new Date(at) } as OrderBlocker,
];
const promised = (from: string, to: string): unknown => {
  const verdict = resume.decide(order, { at: new Date(to) }, pausedAt(from));
  return verdict.kind === 'done' ? verdict.facts?.promiseAt : verdict;
};

describe('resuming', () => {
  it.each([
    ['two hours of one day', '2026-11-25T10:00:00Z', '2026-11-25T12:00:00Z', '2026-11-27T11:00:00Z'],
    [
      'a whole business day, the night left out',
      '2026-11-25T10:00:00Z',
      '2026-11-26T10:00:00Z',
      '2026-11-27T18:00:00Z',
    ],
    ['over a weekend', '2026-11-20T17:00:00Z', '2026-11-23T10:00:00Z', '2026-11-27T11:00:00Z'],
    ['a night only: nothing', '2026-11-25T19:00:00Z', '2026-11-26T08:00:00Z', '2026-11-26T18:00:00Z'],
  ])('adds exactly the paused business time: %s', (_what, from, to, expected) => {
    expect(promised(from, to)).toEqual(new Date(expected));
  });

  it('keeps the first promise through several pauses', () => {
    const first = new Date('2026-11-24T18:00:00Z');
    const at = new Date('2026-11-25T12:00:00Z');
    const facts = (changes: object): unknown => {
      const verdict = resume.decide({ ...order, ...changes }, { at }, pausedAt('2026-11-25T10:00:00Z'));
      return verdict.kind === 'done' ? verdict.facts?.originalPromiseAt : verdict;
    };
    expect(facts({})).toEqual(promiseAt);
    expect(facts({ originalPromiseAt: first })).toEqual(first);
  });

  it('moves no promise that was missed before the pause, but the new time', () => {
    const newTimeAt = new Date('2026-11-27T18:00:00Z');
    const late = { ...order, lateAt: promiseAt, newTimeAt };
    const verdict = resume.decide(
      late,
      { at: new Date('2026-11-27T12:00:00Z') },
      pausedAt('2026-11-27T10:00:00Z'),
    );
    expect(verdict).toMatchObject({
      facts: { promiseAt, targetAt: order.targetAt, newTimeAt: new Date('2026-11-30T11:00:00Z') },
    });
  });

  it('of an order that is not paused is nothing', () => {
    expect(resume.decide(order, { at: promiseAt }, [])).toEqual({ kind: 'already' });
    const held = [{ kind: 'hold', openedAt: order.createdAt } as OrderBlocker];
    expect(resume.decide(order, { at: promiseAt }, held)).toEqual({ kind: 'already' });
  });

  it('moves a promise that had not passed yet when the pause began at its very moment', () => {
    expect(promised('2026-11-26T18:00:00Z', '2026-11-27T10:00:00Z')).toEqual(
      new Date('2026-11-27T10:00:00Z'),
    );
  });

  it('is refused where the calendar does not say how long the pause was', () => {
    expect(promised('2026-11-25T10:00:00Z', '2040-01-04T10:00:00Z')).toMatchObject({
      kind: 'refused',
      code: 'calendar_exhausted',
    });
  });
});
