import { erasureState } from './erasure-state.js';

const at = new Date('2026-11-24T10:00:00Z');
const idle = { underWay: false, disputeOpen: false };

describe('whether a customer may have it erased', () => {
  it.each([
    ['awaiting_payment', null, idle, 'waiting_for_payment'],
    ['paid', null, idle, 'work_in_progress'],
    ['paid', at, { ...idle, underWay: true }, 'correction'],
    ['paid', at, { ...idle, disputeOpen: true }, 'dispute'],
    ['cancelled', null, { ...idle, disputeOpen: true }, 'dispute'],
  ] as const)('%s, delivered %s, %j: not yet, %s', (state, deliveredAt, facts, why) => {
    expect(erasureState({ state, deliveredAt, erasedAt: null }, facts)).toEqual({ kind: 'refused', why });
  });

  it.each([
    ['paid', at],
    ['expired', null],
    ['cancelled', null],
  ] as const)('%s, delivered %s: possible', (state, deliveredAt) => {
    expect(erasureState({ state, deliveredAt, erasedAt: null }, idle)).toEqual({ kind: 'possible' });
  });

  it('a cancelled order needs no draft finished', () => {
    const order = { state: 'cancelled', deliveredAt: null, erasedAt: null } as const;
    expect(erasureState(order, { ...idle, underWay: true })).toEqual({ kind: 'possible' });
  });

  it('once is enough', () => {
    expect(erasureState({ state: 'paid', deliveredAt: at, erasedAt: at }, idle)).toEqual({
      kind: 'erased',
      at,
    });
  });
});
