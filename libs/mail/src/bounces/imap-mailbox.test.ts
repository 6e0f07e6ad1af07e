import { ImapMailbox } from './imap-mailbox.js';
import { ImapServer, LOCALHOST_CERTIFICATE } from './imap-server.builder.js';

const TRUST = { ca: LOCALHOST_CERTIFICATE };
let server: ImapServer;
afterEach(() => server.stop());

/** What the messages that were given out hold. */
async function read(mailbox: ImapMailbox, limit = 10): Promise<string[]> {
  const given: string[] = [];
  await mailbox.each(limit, async ({ raw }) => void given.push(raw.toString()));
  return given;
}
async function filled(
  privacy?: ConstructorParameters<typeof ImapServer>[0],
  texts: readonly string[] = ['one', 'two', 'three'],
): Promise<string> {
  server = new ImapServer(privacy);
  for (const text of texts) server.arrives(Buffer.from(text));
  return await server.start();
}

describe('a mailbox over IMAP', () => {
  it('gives out what is unread, oldest first and so many at a time, marks each as read, and removes none', async () => {
    const mailbox = new ImapMailbox({ BOUNCE_IMAP_URL: await filled() }, TRUST);
    expect(await read(mailbox, 2)).toEqual(['one', 'two']);
    expect(server.flags).toEqual([['\\Seen'], ['\\Seen'], []]);
    expect(await read(mailbox, 2)).toEqual(['three']);
    expect(await read(mailbox, 2)).toEqual([]);
    expect(server.messages).toHaveLength(3);
  });

  it('leaves unread what could not be handled, and what was cut off before it was marked', async () => {
    const mailbox = new ImapMailbox({ BOUNCE_IMAP_URL: await filled() }, TRUST);
    let seen = 0;
    const failing = mailbox.each(10, async () => {
      seen += 1;
      if (seen === 2) throw new Error('the database is away');
    });
    await expect(failing).rejects.toThrow('the database is away');
    expect(server.flags).toEqual([['\\Seen'], [], []]);
    server.onStoring = (hangUp) => hangUp();
    await expect(read(mailbox)).rejects.toThrow();
    expect(server.flags).toEqual([['\\Seen'], [], []]);
    server.onStoring = () => undefined;
    expect(await read(mailbox)).toEqual(['two', 'three']);
  });

  it('reads the beginning of a message that is larger than any report', async () => {
    const url = await filled('tls', ['x'.repeat(1_500_000), 'small']);
    const sizes = (await read(new ImapMailbox({ BOUNCE_IMAP_URL: url }, TRUST))).map(({ length }) => length);
    expect(sizes).toEqual([1_000_000, 5]);
  });

  it('insists on TLS: by another certificate than a good one, or without STARTTLS, no password is sent', async () => {
    const untrusted = new ImapMailbox({ BOUNCE_IMAP_URL: await filled() });
    await expect(read(untrusted)).rejects.toMatchObject({
      code: 'mailbox_unreachable',
      message: expect.stringMatching(
        /^The mailbox for bounces \(INBOX at localhost\) could not be opened: .*certificate/,
      ) as unknown,
    });
    expect(server.asked).toEqual([]);
    await server.stop();
    const plain = await filled('none');
    const starttls = { BOUNCE_IMAP_TLS: 'starttls' } as const;
    await expect(read(new ImapMailbox({ BOUNCE_IMAP_URL: plain, ...starttls }, TRUST))).rejects.toMatchObject(
      {
        code: 'mailbox_unreachable',
      },
    );
    expect(server.asked).not.toContain('LOGIN');
    await server.stop();
    const upgraded = await filled('starttls');
    expect(await read(new ImapMailbox({ BOUNCE_IMAP_URL: upgraded, ...starttls }, TRUST))).toHaveLength(3);
    expect(server.asked.indexOf('STARTTLS')).toBeGreaterThan(-1);
    expect(server.asked.indexOf('STARTTLS')).toBeLessThan(server.asked.indexOf('LOGIN'));
  });

  it('goes without TLS where somebody has said that nobody can listen', async () => {
    const BOUNCE_IMAP_URL = await filled('none');
    expect(await read(new ImapMailbox({ BOUNCE_IMAP_URL, BOUNCE_IMAP_TLS: 'none' }))).toHaveLength(3);
  });

  it('says in words what is wrong, and never the password: a refused login, a folder that is not there, nobody there', async () => {
    const url = await filled();
    const missing = read(new ImapMailbox({ BOUNCE_IMAP_URL: `${url}/Bounces` }, TRUST));
    await expect(missing).rejects.toThrow(
      'The mailbox for bounces (Bounces at localhost) could not be opened: no such mailbox',
    );
    server.readOnly = true;
    await expect(read(new ImapMailbox({ BOUNCE_IMAP_URL: url }, TRUST))).rejects.toThrow(
      'The mailbox for bounces (INBOX at localhost) would not mark a message as read.',
    );
    server.password = 'another';
    const refused = await read(new ImapMailbox({ BOUNCE_IMAP_URL: url }, TRUST)).catch(
      (error: unknown) => error,
    );
    expect(refused).toMatchObject({
      code: 'mailbox_refused',
      message: 'The mailbox for bounces (INBOX at localhost) refused the login: see BOUNCE_IMAP_URL.',
    });
    const gone = new ImapMailbox({ BOUNCE_IMAP_URL: 'imaps://a:hunter2@localhost:1' }, TRUST);
    const unreachable = await read(gone).catch((error: unknown) => error);
    expect(unreachable).toMatchObject({ code: 'mailbox_unreachable' });
    expect(String(unreachable)).not.toContain('hunter2');
  });
});
