export interface BuiltReport {
  readonly messageId: string;
  readonly action?: string;
  readonly status?: string;
  /** The report repeats the headers of our email, not all of it. */
  readonly headersOnly?: boolean;
}

/** A report as Postfix writes it (RFC 3462 and 3464). For tests. */
export const aReport = ({
  messageId,
  action = 'failed',
  status = '5.1.1',
  headersOnly = false,
}: BuiltReport): Buffer =>
  Buffer.from(
    [
      'Return-Path: <>',
      'From: MAILER-DAEMON@mx.example.net (Mail Delivery System)',
      'Subject: Undelivered Mail Returned to Sender',
      'Auto-Submitted: auto-replied',
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
      'Message-Id: <report@mx.example.net>',
      '',
      '--b',
      'Content-Type: text/plain; charset=us-ascii',
      '',
      'This is the mail system at host mx.example.net.',
      '',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.example.net',
      '',
      'Final-Recipient: rfc822; ada@example.com',
      `Action: ${action}`,
      `Status: ${status}`,
      'Diagnostic-Code: smtp; 550 5.1.1',
      '    unknown user',
      '',
      '--b',
      `Content-Type: ${headersOnly ? 'text/rfc822-headers' : 'message/rfc822'}`,
      '',
      `Message-ID: <${messageId}>`,
      'From: Pivotwise <hello@pivotwise.example>',
      'To: ada@example.com',
      'Subject: Your order is confirmed',
      '',
      ...(headersOnly ? [] : ['Thank you.', '']),
      '--b--',
      '',
    ].join('\r\n'),
  );
