import { Audit } from '@app/audit';
import { StaffJobs, totpAt } from '@app/staff';
import { runJobs } from '@app/testing';
import { MoodyMailServer } from '../../../../libs/delivery/src/mail-server.builder.js';
import { type TestDesk, PASSWORD, startDesk } from '../test-desk.builder.js';
import { Visitor } from '../visitor.builder.js';

const MINUTE = 60_000;

/** The key that a page shows for the authenticator app. */
export const keyOn = (body: string): string => /Key: <\/span>([A-Z2-7]+)</.exec(body)?.[1] ?? '';
/** The recovery codes that a page shows. */
export const codesOn = (body: string): string[] => body.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){5}/g) ?? [];

/** Somebody who has taken up an invitation. */
export interface Joined {
  readonly email: string;
  readonly visitor: Visitor;
  readonly key: string;
  readonly codes: string[];
  readonly id: string;
}

/** The desk with a mail server, and an admin who invites people to it. */
export class AccountsFixture {
  private made = 0;

  private constructor(
    readonly mail: MoodyMailServer,
    readonly fixture: TestDesk,
    public admin: Visitor,
  ) {}

  static async open(): Promise<AccountsFixture> {
    const mail = new MoodyMailServer();
    const fixture = await startDesk(undefined, { SMTP_URL: await mail.start() });
    return new AccountsFixture(mail, fixture, await fixture.signedIn('admin'));
  }

  async close(): Promise<void> {
    await this.fixture.stop();
    await this.mail.stop();
  }

  /** A minute later, with every try of before forgotten. */
  async reset(): Promise<void> {
    this.fixture.clock.advance(MINUTE);
    this.mail.taken.length = 0;
    this.mail.mood = 'accept';
    await this.fixture.database.source.query('delete from rate_limits');
  }

  /** Invites somebody and reads the email. */
  async invited(roles: string | string[] = 'reviewer'): Promise<{ email: string; link: string }> {
    const email = `new-${(this.made += 1)}@example.org`;
    await this.admin.open('/staff');
    const answer = await this.admin.send('/staff/invite', { email, name: 'Nia', roles });
    expect([answer.status, answer.location]).toEqual([303, '/staff?done=invited']);
    return { email, link: await this.linkSentTo(email) };
  }

  /** The link in the email that is sent now. */
  async linkSentTo(email: string): Promise<string> {
    await runJobs(this.fixture.database.source, this.fixture.app.get(StaffJobs).boundJobs());
    const { text } = await this.mail.about('account at the Pivotwise desk', email);
    this.mail.taken.length = 0;
    return /http:\/\/localhost:3100(\/invitation\/\S+)/.exec(text ?? '')?.[1] ?? 'no link';
  }

  async idOf(email: string): Promise<string> {
    const [row] = await this.fixture.database.source.query<{ id: string }[]>(
      'select id from staff where email = $1',
      [email],
    );
    return row?.id ?? 'no account';
  }

  /** Somebody new at the desk. */
  async joined(roles: string | string[] = 'reviewer'): Promise<Joined> {
    const { email, link } = await this.invited(roles);
    return await this.taken(email, link);
  }

  /** An invitation is taken up. */
  async taken(email: string, link: string): Promise<Joined> {
    const visitor = new Visitor(this.fixture.app);
    const page = await visitor.open(link);
    const key = keyOn(page.body);
    const code = await totpAt(key, this.fixture.clock.now());
    const answer = await visitor.send(link, { code, password: PASSWORD });
    expect(answer.status).toBe(200);
    this.fixture.clock.advance(MINUTE);
    return { email, visitor, key, codes: codesOn(answer.body), id: await this.idOf(email) };
  }

  async signIn(
    who: Pick<Joined, 'email' | 'key'>,
    fields: Record<string, string> = {},
    address?: string,
  ): Promise<{ status: number; visitor: Visitor }> {
    const visitor = new Visitor(this.fixture.app, address);
    await visitor.open('/sign-in');
    const code = await totpAt(who.key, this.fixture.clock.now());
    const { status } = await visitor.send('/sign-in', {
      email: who.email,
      password: PASSWORD,
      code,
      ...fields,
    });
    return { status, visitor };
  }

  /** What the audit log tells of an account. */
  async entriesAbout(id: string): Promise<string[]> {
    return (await this.fixture.app.get(Audit).about('staff', id)).map(({ action }) => action);
  }
}
