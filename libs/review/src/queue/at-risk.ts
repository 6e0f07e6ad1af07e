import { addBusinessTime, unlessExhausted } from '@app/kernel';
import { AT_RISK_MS } from '@app/orders';

/** What is promised by this moment, and not yet over, is at risk: four business hours or fewer are left. */
export const atRiskUntil = (now: Date): Date =>
  unlessExhausted(() => addBusinessTime(now, AT_RISK_MS)) ?? now;
