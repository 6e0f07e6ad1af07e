import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';

/** How the server answers the message itself; everything before it is accepted. */
export type Mood =
  'accept' | 'refuse_for_now' | 'refuse_for_good' | 'hang_up_after_data' | 'take_and_hang_up';

/** Whom an email goes to. */
export const recipientOf = ({ to }: ParsedMail): string => [to].flat()[0]?.text ?? '';

/** A mail server whose mood a test sets, and which remembers every message it took. */
export class MoodyMailServer {
  mood: Mood = 'accept';
  readonly taken: string[] = [];
  /** Called while the server takes a message, before it answers. */
  onTaking: () => void = () => undefined;
  private readonly server = createServer((socket) => this.converse(socket));

  async start(): Promise<string> {
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  /** Every email that was taken, oldest first. Emails of jobs that run side by side come in no certain order: ask for one by `about`. @throws when one says what is no word for a reader. */
  async emails(): Promise<ParsedMail[]> {
    const emails = await Promise.all(this.taken.map((message) => simpleParser(message)));
    for (const { subject, text } of emails) {
      const [slip] = /\*\*|\bundefined\b|\[object|\bNaN\b/.exec(text ?? '') ?? [];
      if (slip) throw new Error(`“${slip}” stands in the email “${subject}”`);
    }
    return emails;
  }

  /**
   * The one email that was taken whose subject holds these words.
   * @param to Its recipient, where several people are sent the same.
   * @throws when there is none such, or more than one.
   */
  async about(words: string, to?: string): Promise<ParsedMail> {
    const emails = await this.emails();
    const [found, ...more] = emails.filter(
      (email) => email.subject?.includes(words) && (to === undefined || recipientOf(email) === to),
    );
    if (!found || more.length > 0) {
      const taken = emails.map((email) => `${email.subject} (${recipientOf(email)})`).join('; ');
      throw new Error(`${found ? more.length + 1 : 'no'} emails about “${words}” among: ${taken}`);
    }
    return found;
  }

  private converse(socket: Socket): void {
    let message: string | undefined;
    const say = (line: string): boolean => socket.write(`${line}\r\n`);
    socket.on('error', () => undefined);
    say('220 ready');
    socket.on('data', (chunk) => {
      const text = chunk.toString('latin1');
      if (message !== undefined) {
        message += text;
        if (!message.endsWith('\r\n.\r\n')) return;
        const whole = message;
        message = undefined;
        if (this.mood === 'hang_up_after_data') return void socket.destroy();
        if (this.mood === 'accept' || this.mood === 'take_and_hang_up') {
          this.onTaking();
          // A line that begins with a dot travels with two (RFC 5321, 4.5.2).
          this.taken.push(whole.replace(/\r\n\.\./g, '\r\n.'));
        }
        if (this.mood === 'take_and_hang_up') return void socket.destroy();
        say({ accept: '250 taken', refuse_for_now: '451 later', refuse_for_good: '554 never' }[this.mood]);
      } else if (/^DATA/i.test(text)) {
        message = '';
        say('354 go on');
      } else if (/^QUIT/i.test(text)) {
        socket.end('221 bye\r\n');
      } else {
        say('250 ok');
      }
    });
  }
}
