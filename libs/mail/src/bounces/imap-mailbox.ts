import type { ConnectionOptions } from 'node:tls';
import { ImapFlow } from 'imapflow';
import type { Environment } from '@app/config';
import { DomainError } from '@app/kernel';
import { BounceMailbox, LARGEST_READ, type WaitingMessage } from './bounce-mailbox.js';

/** Milliseconds after which a silent server counts as gone. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000 };

interface Settings {
  readonly BOUNCE_IMAP_URL: string;
  readonly BOUNCE_IMAP_TLS?: Environment['BOUNCE_IMAP_TLS'] | undefined;
}

/** A mailbox on a server that speaks IMAP, one conversation a run. Messages that are dealt with get the flag \Seen; none is ever removed. */
export class ImapMailbox extends BounceMailbox {
  /** @param trust what else makes a server's certificate good, for a server with one of its own. */
  constructor(
    private readonly settings: Settings,
    private readonly trust: ConnectionOptions = {},
  ) {
    super();
  }

  async each(limit: number, handle: (message: WaitingMessage) => Promise<void>): Promise<void> {
    const client = await this.opened();
    try {
      const unread = await client.search({ seen: false, deleted: false }, { uid: true });
      if (!unread) throw this.refused('would not say what is unread');
      for (const uid of unread.sort((a, b) => a - b).slice(0, limit)) await this.give(client, uid, handle);
      await client.logout();
    } finally {
      client.close();
    }
  }

  private async give(
    client: ImapFlow,
    uid: number,
    handle: (message: WaitingMessage) => Promise<void>,
  ): Promise<void> {
    const [id, byUid] = [String(uid), { uid: true }];
    const message = await client.fetchOne(id, { source: { maxLength: LARGEST_READ } }, byUid);
    // Gone: somebody has removed it meanwhile.
    if (!message || !message.source) return;
    await handle({ id, raw: message.source });
    if (!(await client.messageFlagsAdd(id, ['\\Seen'], byUid)))
      throw this.refused('would not mark a message as read');
  }

  /** A conversation with the folder open. @throws DomainError in words for staff; the password is never in them. */
  private async opened(): Promise<ImapFlow> {
    const { protocol, hostname, port, username, password } = this.url;
    const secure = protocol === 'imaps:';
    const client = new ImapFlow({
      host: hostname,
      port: Number(port) || (secure ? 993 : 143),
      secure,
      ...(!secure && { doSTARTTLS: this.settings.BOUNCE_IMAP_TLS === 'starttls' }),
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
      tls: this.trust,
      logger: false,
      disableAutoIdle: true,
      ...TIMEOUTS,
    });
    // What breaks a command is thrown by it as well; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.mailboxOpen(this.folder);
      return client;
    } catch (error) {
      client.close();
      throw this.inWords(error as ImapError);
    }
  }

  private inWords({ authenticationFailed, responseText, message }: ImapError): DomainError {
    if (authenticationFailed === true) return this.refused('refused the login: see BOUNCE_IMAP_URL');
    const why = `could not be opened: ${responseText ?? message}`;
    return new DomainError('mailbox_unreachable', `${this.name} ${why}`);
  }

  private refused(what: string): DomainError {
    return new DomainError('mailbox_refused', `${this.name} ${what}.`);
  }

  private get name(): string {
    return `The mailbox for bounces (${this.folder} at ${this.url.hostname})`;
  }

  private get folder(): string {
    return decodeURIComponent(this.url.pathname.slice(1)) || 'INBOX';
  }

  private get url(): URL {
    return new URL(this.settings.BOUNCE_IMAP_URL);
  }
}

/** What imapflow adds to its errors. */
interface ImapError extends Error {
  readonly authenticationFailed?: boolean;
  /** The server's own words. */
  readonly responseText?: string;
}
