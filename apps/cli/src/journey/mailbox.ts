import { simpleParser, type ParsedMail } from 'mailparser';

export interface ReceivedEmail {
  readonly source: Buffer;
  readonly mail: ParsedMail;
}

/** Reads the local mail catcher. */
export class Mailbox {
  constructor(private readonly url: string) {}

  /** Every email to an address whose subject contains `words`. */
  async find(to: string, words: string): Promise<ReceivedEmail[]> {
    const listed = (await (await fetch(`${this.url}/api/email`)).json()) as {
      id: string;
      subject: string;
      to: { address: string }[];
    }[];
    const matching = listed.filter(
      (mail) => mail.subject.includes(words) && mail.to.some(({ address }) => address === to),
    );
    return await Promise.all(
      matching.map(async ({ id }) => {
        const source = Buffer.from(await (await fetch(`${this.url}/api/email/${id}/source`)).arrayBuffer());
        return { source, mail: await simpleParser(source) };
      }),
    );
  }
}
