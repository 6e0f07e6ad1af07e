import { simpleParser } from 'mailparser';

/** What a mail server reported about an email that it had taken before (RFC 3464, "delivery status notification"). */
export interface Bounce {
  /** Of our email, without angle brackets. */
  readonly messageId: string;
  /** It will never arrive; otherwise it is late, and the server goes on trying. */
  readonly permanent: boolean;
  /** Status and words, for staff: "5.1.1 unknown user". */
  readonly why: string;
}

/** Reads a report; null for anything else, such as an answer by a person or a holiday note. */
export async function readBounce(raw: Buffer): Promise<Bounce | null> {
  const mail = await simpleParser(raw);
  const type = mail.headers.get('content-type');
  if (!isReport(type)) return null;
  // The parser gives the fields of the report as text, behind the words for people.
  const status = /^Reporting-MTA:[^]*/im.exec(mail.text ?? '')?.[0] ?? '';
  const action = field(status, 'Action')?.toLowerCase();
  if (action === undefined) return null;
  const original = mail.attachments
    .filter(({ contentType }) => /^(message\/rfc822|text\/rfc822-headers)$/i.test(contentType))
    .map(({ content }) => content.toString('utf8'))
    .join('\n');
  const messageId = /^message-id:\s*<([^>\s]+)>/im.exec(original)?.[1];
  if (messageId === undefined) return null;
  const code = field(status, 'Status') ?? '';
  return {
    messageId,
    permanent: action === 'failed' && !code.startsWith('4.'),
    why: [code, field(status, 'Diagnostic-Code')?.replace(/^smtp;\s*/i, '') ?? ''].join(' ').trim(),
  };
}

/** `multipart/report; report-type=delivery-status` */
function isReport(type: unknown): boolean {
  const { value, params } = (type ?? {}) as { value?: unknown; params?: Record<string, unknown> };
  return value === 'multipart/report' && params?.['report-type'] === 'delivery-status';
}

/** A field of the report, continued lines joined. */
const field = (report: string, name: string): string | undefined =>
  new RegExp(`^${name}:[ \\t]*(.*(?:\\r?\\n[ \\t]+.*)*)`, 'im')
    .exec(report)?.[1]
    ?.replace(/\s+/g, ' ')
    .trim();
