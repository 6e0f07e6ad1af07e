import type { BlockerKind } from '../blockers/blocker-kinds.js';
import type { OrderBlocker } from '../blockers/order-blocker.entity.js';
import { anOrder, PAID_AT } from '../order/order.builder.js';
import type { Verdict } from './act.js';
import { endBlocker } from './end-blocker.act.js';

const blocked = (kind: BlockerKind, source = 'dp_1'): OrderBlocker[] => [{ kind, source } as OrderBlocker];
const decide = (blockers: OrderBlocker[], kind: BlockerKind, reason = 'won', source?: string): Verdict =>
  endBlocker.decide(
    anOrder(),
    { kind, reason, at: PAID_AT, ...(source !== undefined && { source }) },
    blockers,
  );

describe('ending a blocker', () => {
  it('needs a reason and leaves a line', () => {
    expect(decide(blocked('dispute'), 'dispute', ' ')).toMatchObject({
      kind: 'refused',
      code: 'reason_missing',
    });
    expect(decide(blocked('dispute'), 'dispute')).toMatchObject({
      kind: 'done',
      blockers: { end: [{ kind: 'dispute', reason: 'won' }] },
      events: [{ name: 'blocker_ended' }],
    });
  });

  it('is nothing when it does not stand, or another source raised it', () => {
    expect(decide(blocked('bounce'), 'dispute')).toEqual({ kind: 'already' });
    expect(decide(blocked('dispute'), 'dispute', 'won', 'dp_2')).toEqual({ kind: 'already' });
  });

  it('finds it among others', () => {
    expect(decide([...blocked('bounce'), ...blocked('dispute')], 'dispute')).toMatchObject({ kind: 'done' });
  });

  it('does not end a pause, whose time must be added to the promise', () => {
    expect(decide(blocked('pause'), 'pause')).toMatchObject({ kind: 'refused', code: 'order_paused' });
  });
});
