import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { Environment } from '@app/config';
import { Mailer, type OutgoingMessage, type SendHooks, type SendOutcome } from './mailer.js';

/** Milliseconds after which a silent server counts as gone. */
const TIMEOUTS = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

/** What nodemailer adds to its errors. */
interface SmtpError extends Error {
  readonly responseCode?: number;
  readonly response?: string;
}

/**
 * Speaks SMTP through nodemailer's connection, one conversation a message. The pooled transport would hide the moment
 * between "the server asked for the data" and "the server took them", and that moment decides whether a retry is safe.
 */
@Injectable()
export class SmtpMailer extends Mailer {
  constructor(private readonly environment: Environment) {
    super();
  }

  async send(message: OutgoingMessage, hooks: SendHooks): Promise<SendOutcome> {
    const composed = new MailComposer({
      from: this.environment.MAIL_FROM,
      to: message.to,
      messageId: `<${message.messageId}>`,
      date: message.date,
      subject: message.subject,
      html: message.html,
      text: message.text,
      attachments: message.attachments.map((attachment) => ({ ...attachment })),
      // Content comes from us alone: a path or link in it must never be read.
      disableFileAccess: true,
      disableUrlAccess: true,
      headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'en-GB' },
    }).compile();
    const envelope = composed.getEnvelope();
    const bytes = await composed.build();

    const { auth, ...server } = parseConnectionUrl(this.environment.SMTP_URL);
    const connection = new SMTPConnection({
      ...server,
      ...TIMEOUTS,
      ...(this.environment.SMTP_TLS === 'starttls' && { requireTLS: true }),
    });
    let dataStarted = false;
    async function* data(): AsyncGenerator<Buffer> {
      await hooks.beforeData();
      dataStarted = true;
      yield bytes;
    }
    try {
      await new Promise<void>((connected, fail) => {
        connection.once('error', fail);
        connection.connect((error) => (error ? fail(error) : connected()));
      });
      if (auth)
        await new Promise<void>((done, fail) =>
          connection.login(auth, (error) => (error ? fail(error) : done())),
        );
      const info = await new Promise<{ rejected: readonly unknown[]; response: string }>((sent, fail) => {
        connection.once('error', fail);
        connection.once('end', () => fail(new Error('the mail server closed the connection')));
        const body = Readable.from(data());
        body.once('error', fail);
        connection.send({ from: String(envelope.from), to: [message.to] }, body, (error, result) =>
          error ? fail(error) : sent(result),
        );
      });
      connection.quit();
      if (info.rejected.length > 0) return { kind: 'refused', permanent: true, response: info.response };
      return { kind: 'accepted', response: info.response };
    } catch (error) {
      connection.close();
      return outcomeOf(error as SmtpError, dataStarted);
    }
  }
}

/** An answer with a code is a refusal at any point; silence is harmless before the data and unknown after them. */
function outcomeOf(error: SmtpError, dataStarted: boolean): SendOutcome {
  const { responseCode, response } = error;
  if (responseCode !== undefined && responseCode >= 400) {
    return { kind: 'refused', permanent: responseCode >= 500, response: response ?? String(responseCode) };
  }
  return dataStarted
    ? { kind: 'unknown', reason: error.message }
    : { kind: 'unreachable', reason: error.message };
}
