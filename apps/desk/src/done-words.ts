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
  taken: 'The task is yours.',
  cancelled: 'The order is cancelled. What was paid goes back by itself, and the customer is told.',
  confirmed_otherwise: 'Noted. The customer has the confirmation, so the clock runs.',
  asked: 'Asked. Another person must confirm the refund before anything is paid back.',
  decided: 'Decided. The money goes back by the way it came, and the customer is told.',
  declined: 'Declined. Nothing is paid back.',
  otherwise: 'Noted. It counts as paid back, and the customer is told.',
  corrected: 'The address is corrected, and the email is queued to it.',
  again: 'The email is queued again.',
  paused: 'Paused. The customer is asked by email; the promise moves by exactly the time it takes.',
  resumed_order: 'Resumed. The promise has moved by the paused business time, and the customer is told.',
  recalled: 'Called back. Nothing is sent, and the draft waits in the queue again.',
  written: 'The letter is queued. It stands among the emails below.',
  answered:
    'The task of the dispute is closed with its pack. The order stays bound until the bank has decided.',
  unblocked: 'Ended. It stays on record with your reason.',
  settled: 'The email is settled.',
  resent: 'The email is queued again.',
  retried: 'The job will be tried again now.',
};

export const done = (what: unknown): string => (typeof what === 'string' ? (WORDS[what] ?? '') : '');
