import type { ErasureRefusal } from '@app/personal-data';

/** Why not now, and what to do first. */
export interface RefusalWords {
  readonly heading: string;
  readonly words: string;
  /** Where to go first. */
  readonly action?: { readonly label: string; readonly page: 'cancel' };
}

export function refusalWords(why: ErasureRefusal): RefusalWords {
  switch (why) {
    case 'work_in_progress':
      return {
        heading: 'We are still at work on it',
        words:
          'We need your answers to write the blueprint you paid for. If you no longer want it, cancel the order first. Your money comes back in full, and you can then erase everything at once.',
        action: { label: 'Cancel this order', page: 'cancel' },
      };
    case 'waiting_for_payment':
      return {
        heading: 'The order is still open',
        words:
          'It waits for your payment. Cancel it first, which costs nothing, or let it run out. You can then erase everything.',
        action: { label: 'Cancel this order', page: 'cancel' },
      };
    case 'correction':
      return {
        heading: 'We are correcting your blueprint',
        words:
          'A new version lies before our reviewer. As soon as you have it you can erase everything. If you no longer want the correction, write to us and we stop.',
      };
    case 'dispute':
      return {
        heading: 'Your bank has asked us about this payment',
        words:
          'Until that is decided, both you and we may need the blueprint to show what was delivered. You can erase it as soon as the bank has decided.',
      };
  }
}
