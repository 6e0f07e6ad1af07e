import type { Delivery } from '@app/delivery';

export const NOTES_ON_EMAILS =
  'Emails we sent or tried to send you: what for, where to, when, and how it ended. "accepted" means that your mail server took it.';

/** The log of emails. The emails themselves are in your inbox; we do not keep their text. */
export const emailsExport = (deliveries: readonly Delivery[]): object[] =>
  deliveries.map(({ kind, recipient, state, createdAt, acceptedAt }) => ({
    kind,
    to: recipient,
    state,
    writtenAt: createdAt,
    acceptedAt,
  }));
