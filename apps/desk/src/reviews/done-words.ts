/** What a page says after a form was sent. Only these can be shown, so that no link can put words on a page. */
const WORDS: Readonly<Record<string, string>> = {
  approved: 'Approved. The email is queued and goes out inside business hours, before the promise.',
  returned: 'Returned. A new draft is being made and will come into the queue.',
  held: 'On hold. The promise goes on running.',
  resumed: 'Resumed. The review is yours.',
  claimed:
    'Claimed. It stays yours while you work on it; after two hours without activity it goes back to the queue.',
  released: 'Released. Anyone can claim it now.',
  checked: 'The checks have been run again.',
  task: 'The task is closed.',
  unblocked: 'Ended. It stays on record with your reason.',
  settled: 'The email is settled.',
  resent: 'The email is queued again.',
  retried: 'The job will be tried again now.',
};

export const done = (what: unknown): string => (typeof what === 'string' ? (WORDS[what] ?? '') : '');
