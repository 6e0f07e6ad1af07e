import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

/** For `localhost` and nothing else; it protects nothing. */
const KEY = `-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgv/KH9PinnLWG1nww
s/MtgrmqfKIIBlG3sqPxZU4VesqhRANCAATyK4MtqLogKBq7XOQ02bIiEo1tJtVZ
ZP1PjxPjyTcAWNQD/0pDALHWgCQO94feq/Mz529TGIgaAdIudtliPfJ/
-----END PRIVATE KEY-----`;
export const LOCALHOST_CERTIFICATE = `-----BEGIN CERTIFICATE-----
MIIBXjCCAQSgAwIBAgIBATAKBggqhkjOPQQDAjAUMRIwEAYDVQQDDAlsb2NhbGhv
c3QwIBcNMjAwMTAxMDAwMDAwWhgPMjEyMDAxMDEwMDAwMDBaMBQxEjAQBgNVBAMM
CWxvY2FsaG9zdDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPIrgy2ouiAoGrtc
5DTZsiISjW0m1Vlk/U+PE+PJNwBY1AP/SkMAsdaAJA73h96r8zPnb1MYiBoB0i52
2WI98n+jRTBDMBQGA1UdEQQNMAuCCWxvY2FsaG9zdDAMBgNVHRMEBTADAQH/MB0G
A1UdDgQWBBQ3Y645WJEOEDEX7MyEBM0YrSk69DAKBggqhkjOPQQDAgNIADBFAiAK
I2LJiijnD4zJFUSzM+WxqHxFi3KSpVEycoq1X7zOIQIhAK9tWBMo7eUQejvoZQ/a
4y1bEdCJIyAt+WCFhLT1Zftm
-----END CERTIFICATE-----`;

interface Kept {
  readonly uid: number;
  readonly raw: Buffer;
  readonly flags: Set<string>;
}

/** One conversation: where it speaks, and how far it has come. */
interface Conversation {
  socket: Socket;
  loggedIn: boolean;
  open: boolean;
  rest: string;
}

/**
 * The smallest server that speaks IMAP (RFC 3501) over a socket: one mailbox, and as many commands as reading bounces needs. What it does not
 * know it answers with BAD. For tests.
 */
export class ImapServer {
  readonly messages: Kept[] = [];
  /** Every command it was given, without its tag; of a login not the password. */
  readonly asked: string[] = [];
  password = 'pass word/"1"';
  /** Whether it lets nobody mark anything. */
  readOnly = false;
  /** Called before a flag is set; may throw the conversation away. */
  onStoring: (hangUp: () => void) => void = () => undefined;
  private server: Server;

  constructor(private readonly privacy: 'tls' | 'starttls' | 'none' = 'tls') {}

  /** @returns the address to read it by. */
  async start(): Promise<string> {
    const converse = (socket: Socket): void => this.greet(socket);
    this.server =
      this.privacy === 'tls'
        ? createTlsServer({ key: KEY, cert: LOCALHOST_CERTIFICATE }, converse)
        : createServer(converse);
    await new Promise<void>((listening) => this.server.listen(0, '127.0.0.1', listening));
    const { port } = this.server.address() as AddressInfo;
    const login = `bounces%40example.org:${encodeURIComponent(this.password)}`;
    return `${this.privacy === 'tls' ? 'imaps' : 'imap'}://${login}@localhost:${port}`;
  }

  async stop(): Promise<void> {
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }

  arrives(raw: Buffer): void {
    this.messages.push({ uid: 100 + this.messages.length * 3, raw, flags: new Set() });
  }

  /** The flags of every message, oldest first. */
  get flags(): string[][] {
    return this.messages.map(({ flags }) => [...flags]);
  }

  private greet(socket: Socket): void {
    const conversation: Conversation = { socket, loggedIn: false, open: false, rest: '' };
    this.listen(conversation);
    socket.write('* OK ready\r\n');
  }

  private listen(conversation: Conversation): void {
    const { socket } = conversation;
    socket.on('error', () => undefined);
    socket.on('data', (chunk: Buffer) => {
      if (conversation.socket !== socket) return;
      const lines = (conversation.rest + chunk.toString('latin1')).split('\r\n');
      conversation.rest = lines.pop() ?? '';
      for (const line of lines) this.answer(conversation, line);
    });
  }

  private answer(conversation: Conversation, line: string): void {
    const [, tag = '*', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const name = command.toUpperCase();
    this.asked.push(name === 'LOGIN' ? name : `${name} ${rest}`.trim());
    const { said, end } = this.obeyed(conversation, name, rest);
    const { socket } = conversation;
    if (socket.destroyed) return;
    for (const each of said) socket.write(Buffer.concat([Buffer.from('* '), each, Buffer.from('\r\n')]));
    socket.write(`${tag} ${end}\r\n`);
    if (name === 'LOGOUT') socket.end();
    if (name === 'STARTTLS' && end.startsWith('OK')) {
      const options = { isServer: true, key: KEY, cert: LOCALHOST_CERTIFICATE };
      conversation.socket = new TLSSocket(socket, options);
      this.listen(conversation);
    }
  }

  private obeyed(
    conversation: Conversation,
    name: string,
    rest: string,
  ): { said: readonly Buffer[]; end: string } {
    const ok = (...said: (string | Buffer)[]): { said: Buffer[]; end: string } => ({
      said: said.map((each) => (typeof each === 'string' ? Buffer.from(each) : each)),
      end: 'OK done',
    });
    const refused = (end: string): { said: Buffer[]; end: string } => ({ said: [], end });
    const upgradable = this.privacy === 'starttls' && !(conversation.socket instanceof TLSSocket);
    if (name === 'CAPABILITY')
      return ok(`CAPABILITY IMAP4rev1${upgradable ? ' STARTTLS LOGINDISABLED' : ''}`);
    if (name === 'LOGOUT') return ok('BYE until then');
    if (name === 'STARTTLS') return upgradable ? ok() : refused('BAD no');
    if (name === 'LOGIN') {
      const right = `"bounces@example.org" "${this.password.replace(/["\\]/g, '\\$&')}"`;
      conversation.loggedIn = !upgradable && rest === right;
      return conversation.loggedIn ? ok() : refused('NO [AUTHENTICATIONFAILED] wrong');
    }
    if (!conversation.loggedIn) return refused('BAD log in first');
    if (name === 'LIST' || name === 'LSUB') return ok(`${name} () "/" "INBOX"`);
    if (name === 'SELECT') {
      conversation.open = /^"?INBOX"?$/i.test(rest);
      if (!conversation.open) return refused('NO [NONEXISTENT] no such mailbox');
      return ok('FLAGS (\\Seen \\Deleted)', `${this.messages.length} EXISTS`, 'OK [UIDVALIDITY 1] kept');
    }
    if (!conversation.open) return refused('BAD select first');
    if (name === 'UID SEARCH') return this.found(rest) ?? refused('BAD not known');
    const [, uid = '', what = ''] = /^(\d+) (.+)$/.exec(rest) ?? [];
    const at = this.messages.findIndex((each) => each.uid === Number(uid));
    const message = this.messages[at];
    if (!message) return ok();
    if (name === 'UID FETCH') return ok(fetched(message, at + 1, what));
    if (name !== 'UID STORE' || !/^\+FLAGS(\.SILENT)? \(\\Seen\)$/.test(what))
      return refused('BAD not known');
    if (this.readOnly) return refused('NO read only');
    this.onStoring(() => conversation.socket.destroy());
    if (!conversation.socket.destroyed) message.flags.add('\\Seen');
    return ok(`${at + 1} FETCH (UID ${uid} FLAGS (${[...message.flags].join(' ')}))`);
  }

  /** The newest first: a server may list them as it likes. */
  private found(keys: string): { said: Buffer[]; end: string } | undefined {
    if (keys.split(' ').some((key) => !['UNSEEN', 'UNDELETED'].includes(key))) return undefined;
    const unread = this.messages.filter(({ flags }) => !flags.has('\\Seen') && !flags.has('\\Deleted'));
    const uids = unread.map(({ uid }) => uid).reverse();
    return { said: [Buffer.from(`SEARCH ${uids.join(' ')}`.trim())], end: 'OK done' };
  }
}

/** What was asked of a message. Whoever asks without PEEK marks it as read by that (RFC 3501, 6.4.5). */
function fetched({ uid, raw, flags }: Kept, sequence: number, what: string): Buffer {
  const [, peek, , most] = /BODY(\.PEEK)?\[\](<0\.(\d+)>)?/.exec(what) ?? [];
  if (peek === undefined) flags.add('\\Seen');
  const part = raw.subarray(0, Number(most ?? raw.byteLength));
  const head = `${sequence} FETCH (UID ${uid} BODY[]${most === undefined ? '' : '<0>'} {${part.byteLength}}\r\n`;
  return Buffer.concat([Buffer.from(head), part, Buffer.from(')')]);
}
