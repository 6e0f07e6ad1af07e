import { newId } from '@app/kernel';
import type { Correction } from './corrections.store.js';

/** A request that nobody has decided, promised by Thursday evening; it is in no database. */
export const aCorrection = (changes: Partial<Correction> = {}): Correction => ({
  id: newId(),
  orderId: newId(),
  about: 'words',
  words: 'Page 3.',
  askedAt: new Date('2026-11-24T10:00:00Z'),
  targetAt: new Date('2026-11-25T18:00:00Z'),
  promiseAt: new Date('2026-11-26T18:00:00Z'),
  calendarVersion: 'c',
  policyVersion: 'p',
  atRiskAt: null,
  lateAt: null,
  newTimeAt: null,
  decision: null,
  decidedAt: null,
  answer: null,
  settledAt: null,
  ...changes,
});
