import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { testEnvironment } from '@app/testing';
import type { OutgoingMessage } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const message: OutgoingMessage = {
  to: 'siân@example.com',
  messageId: 'delivery-1@pivotwise.example',
  subject: 'Your blueprint, Siân',
  html: '<p>Hello</p>',
  text: 'Hello',
  attachments: [{ filename: 'plan.ics', contentType: 'text/calendar', content: 'BEGIN:VCALENDAR' }],
  date: new Date('2026-11-24T10:00:00Z'),
};
const noHook = { beforeData: () => Promise.resolve() };
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()));
});

const mailerFor = (port: number): SmtpMailer =>
  new SmtpMailer(testEnvironment({ SMTP_URL: `smtp://127.0.0.1:${port}` }));

async function smtpServer(options: SMTPServerOptions): Promise<number> {
  const server = new SMTPServer({ authOptional: true, disabledCommands: ['STARTTLS'], ...options });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', () => listening()));
  closing.push(() => new Promise((closed) => server.close(() => closed())));
  return (server.server.address() as AddressInfo).port;
}

/** A server that follows the protocol up to the message and then hangs up without an answer. */
async function hangsUpAfterData(): Promise<number> {
  const server: Server = createServer((socket) => {
    let inData = false;
    socket.on('error', () => undefined);
    socket.write('220 ready\r\n');
    socket.on('data', (chunk) => {
      const line = chunk.toString();
      if (inData) return void (line.includes('\r\n.\r\n') ? socket.destroy() : undefined);
      if (/^DATA/i.test(line)) {
        inData = true;
        return void socket.write('354 go on\r\n');
      }
      socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  closing.push(() => new Promise((closed) => server.close(() => closed())));
  return (server.address() as AddressInfo).port;
}

describe('SmtpMailer', () => {
  it('sends one readable message with its attachment and a stable id', async () => {
    const received: Buffer[] = [];
    const port = await smtpServer({
      onData: (stream, _session, done) => {
        stream.on('data', (chunk: Buffer) => received.push(chunk));
        stream.on('end', () => done());
      },
    });
    const order: string[] = [];
    const outcome = await mailerFor(port).send(message, {
      beforeData: () => {
        order.push(received.length === 0 ? 'before any byte' : 'too late');
        return Promise.resolve();
      },
    });
    expect(outcome.kind).toBe('accepted');
    expect(order).toEqual(['before any byte']);
    const mail = await simpleParser(Buffer.concat(received));
    expect(mail.messageId).toBe('<delivery-1@pivotwise.example>');
    expect(mail.subject).toBe('Your blueprint, Siân');
    expect(mail.text?.trim()).toBe('Hello');
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['plan.ics']);
  });

  it.each([
    [451, false],
    [550, true],
  ])('reports %i for the recipient as a refusal (permanent: %s)', async (responseCode, permanent) => {
    const port = await smtpServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode })),
    });
    expect(await mailerFor(port).send(message, noHook)).toMatchObject({ kind: 'refused', permanent });
  });

  it('reports a refusal of the message itself', async () => {
    const port = await smtpServer({
      onData: (stream, _session, done) => {
        stream.resume();
        stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
      },
    });
    expect(await mailerFor(port).send(message, noHook)).toMatchObject({ kind: 'refused', permanent: true });
  });

  it('calls a connection that dies after the data unknown', async () => {
    expect(await mailerFor(await hangsUpAfterData()).send(message, noHook)).toMatchObject({
      kind: 'unknown',
    });
  });

  it('calls a server that is not there unreachable', async () => {
    expect(await mailerFor(1).send(message, noHook)).toMatchObject({ kind: 'unreachable' });
  });
});
