import type { Delivery } from '@app/delivery';

export const NOTES_ON_EMAILS =
  'Emails we sent or tried to send you: what for, where to, when, and how it ended. "accepted" means that your mail server took it.';

/** The log of emails. The emails themselves are in your inbox; we keep no text of them but what a person asked you. */
export const emailsExport = (deliveries: readonly Delivery[]): object[] =>
  deliveries.map(({ kind, recipient, state, createdAt, acceptedAt, data }) => ({
    kind,
    to: recipient,
    state,
    writtenAt: createdAt,
    acceptedAt,
    ...(typeof data['message'] === 'string' && { weAsked: data['message'] }),
  }));
