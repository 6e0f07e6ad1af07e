/** One email to one person. Several recipients would make "accepted" mean "accepted for some". */
export interface OutgoingMessage {
  readonly to: string;
  /** Stable for a delivery over all its attempts, so that a mail program shows a repeat once. Without angle brackets. */
  readonly messageId: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments: readonly Attachment[];
  /** The date in the header; part of what was approved, so given and not read from a clock. */
  readonly date: Date;
}

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: Buffer | string;
}

/** What became of one attempt. `unknown` means that the server may have taken the message: never send again blindly. */
export type SendOutcome =
  | { readonly kind: 'accepted'; readonly response: string }
  | { readonly kind: 'refused'; readonly permanent: boolean; readonly response: string }
  | { readonly kind: 'unreachable'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export interface SendHooks {
  /** Awaited after the server asked for the message and before its first byte is sent: from here on a silence is `unknown`. */
  readonly beforeData: () => Promise<void>;
}

/** The one way out for email. */
export abstract class Mailer {
  /** Never throws for what a mail server or network does; that is an outcome. */
  abstract send(message: OutgoingMessage, hooks: SendHooks): Promise<SendOutcome>;
}
