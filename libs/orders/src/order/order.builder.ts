import { newId, pence } from '@app/kernel';
import type { Order } from './order.entity.js';

/** The moment at which a built order was paid. */
export const PAID_AT = new Date('2026-11-24T10:00:00Z');

/** A paid order of somebody who wants it at once, for the pure rules; it is in no database. */
export const anOrder = (changes: Partial<Order> = {}): Order => ({
  id: newId(),
  reference: 'PW-7K3M-9QXT',
  state: 'paid',
  assessmentId: newId(),
  formToken: 'form',
  accessTokenHash: Buffer.alloc(32),
  accessTokenSealed: 'sealed',
  customerName: 'Ada Lovelace',
  customerEmail: 'ada@example.com',
  occupationTitle: 'Machine learning engineer',
  pricePence: pence(4900),
  currency: 'gbp',
  startChoice: 'start_now',
  choiceId: newId(),
  createdAt: PAID_AT,
  expiresAt: PAID_AT,
  paidAt: PAID_AT,
  paidPence: pence(4900),
  expiredAt: null,
  cancelledAt: null,
  answersCompleteAt: PAID_AT,
  confirmationAcceptedAt: null,
  clockStartedAt: null,
  targetAt: null,
  promiseAt: null,
  originalPromiseAt: null,
  waitEndsAt: null,
  expectedAt: null,
  atRiskAt: null,
  lateAt: null,
  newTimeAt: null,
  calendarVersion: null,
  policyVersion: null,
  deliveredAt: null,
  refundedAt: null,
  refundedPence: pence(0),
  disputedAt: null,
  erasedAt: null,
  ...changes,
});
