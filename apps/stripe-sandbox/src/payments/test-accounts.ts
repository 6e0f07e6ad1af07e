import type { AsyncOutcome } from '../store/session-details.js';

/** Bank accounts for Bacs Direct Debit in test mode. Source: docs.stripe.com/payments/payment-methods/bacs-debit. */
export interface TestAccount {
  readonly accountNumber: string;
  readonly label: string;
  readonly outcome: AsyncOutcome;
}

export const TEST_SORT_CODE = '108800';

export const TEST_ACCOUNTS: readonly TestAccount[] = [
  { accountNumber: '00012345', label: 'Succeeds after a while', outcome: 'succeed' },
  { accountNumber: '33333335', label: 'Fails after a while', outcome: 'fail' },
];
