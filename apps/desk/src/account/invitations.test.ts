import { totpAt } from '@app/staff';
import { PASSWORD } from '../test-desk.builder.js';
import { Visitor } from '../visitor.builder.js';
import { AccountsFixture, codesOn, keyOn } from './accounts.builder.js';

const MINUTE = 60_000;

let desk: AccountsFixture;
beforeAll(async () => {
  desk = await AccountsFixture.open();
});
afterAll(() => desk?.close());
beforeEach(() => desk.reset());

describe('an invitation', () => {
  it('comes by email, pairs an app, makes the account and shows ten recovery codes once', async () => {
    const { email, link } = await desk.invited(['reviewer', 'support']);
    const visitor = new Visitor(desk.fixture.app);
    const page = await visitor.open(link);
    expect(page.body).toContain('src="data:image/svg+xml;base64,');
    const key = keyOn(page.body);
    for (const [fields, words] of [
      [{ code: '000000', password: PASSWORD }, 'not the code that your authenticator app shows'],
      [{ code: await totpAt(key, desk.fixture.clock.now()), password: 'short' }, '12 characters or more'],
      [{ code: await totpAt(key, desk.fixture.clock.now()), password: 'Welcome-2026!' }, 'easy to guess'],
    ] as const) {
      const refused = await visitor.send(link, fields);
      expect([refused.status, refused.body.includes(words), keyOn(refused.body)]).toEqual([422, true, key]);
    }
    const code = await totpAt(key, desk.fixture.clock.now());
    const answer = await visitor.send(link, { code, password: PASSWORD });
    expect([answer.status, new Set(codesOn(answer.body)).size]).toEqual([200, 10]);
    expect((await visitor.open('/account')).body).toContain(`${email}: reviewer, support`);
    expect((await desk.signIn({ email, key }, { code })).status).toBe(401);
    desk.fixture.clock.advance(MINUTE);
    expect((await desk.signIn({ email, key })).status).toBe(303);
  });

  it('works once, of two at the same moment for one', async () => {
    const { link } = await desk.invited();
    const [one, two] = [new Visitor(desk.fixture.app), new Visitor(desk.fixture.app)];
    const key = keyOn((await one.open(link)).body);
    await two.open(link);
    const fields = { code: await totpAt(key, desk.fixture.clock.now()), password: PASSWORD };
    const answers = await Promise.all([one.send(link, fields), two.send(link, fields)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await one.open(link)).status).toBe(410);
  });

  it('is over after three days, when withdrawn, and when replaced by a newer one', async () => {
    const late = await desk.invited();
    desk.fixture.clock.advance(3 * 24 * 60 * MINUTE);
    desk.admin = await desk.fixture.signedIn('admin');
    expect((await new Visitor(desk.fixture.app).open(late.link)).status).toBe(410);
    const second = await desk.invited();
    await desk.admin.open('/staff');
    await desk.admin.send('/staff/invite', { email: second.email, name: 'Nia', roles: 'reviewer' });
    const newer = await desk.linkSentTo(second.email);
    expect((await new Visitor(desk.fixture.app).open(second.link)).status).toBe(410);
    expect((await new Visitor(desk.fixture.app).open(newer)).status).toBe(200);
    const { body } = await desk.admin.open('/staff');
    const withdraw = [...body.matchAll(/\/staff\/invitations\/[0-9a-f-]+\/withdraw/g)].map(([path]) => path);
    for (const path of withdraw) expect((await desk.admin.send(path, {})).status).toBe(303);
    expect((await new Visitor(desk.fixture.app).open(newer)).status).toBe(410);
  });

  it('keeps its link as a hash alone, and sends another when the mail server would not take it', async () => {
    desk.mail.mood = 'refuse_for_now';
    await desk.admin.open('/staff');
    await desk.admin.send('/staff/invite', { email: 'slow@example.org', name: 'Sol', roles: 'auditor' });
    await expect(desk.linkSentTo('slow@example.org')).rejects.toThrow('did not take the invitation');
    expect((await desk.admin.open('/staff')).body).toContain('on its way');
    desk.mail.mood = 'accept';
    const link = await desk.linkSentTo('slow@example.org');
    const rows = JSON.stringify(
      await desk.fixture.database.source.query(
        `select encode(token_hash, 'escape') as hash, * from staff_invitations`,
      ),
    );
    expect(rows).not.toContain(link.split('/').at(-1));
    expect((await new Visitor(desk.fixture.app).open(link)).status).toBe(200);
  });

  it('is refused for an email that has an account, for no role and for a made-up one', async () => {
    const { email } = await desk.joined();
    await desk.admin.open('/staff');
    const send = (fields: Record<string, string>): Promise<{ status: number; body: string }> =>
      desk.admin.send('/staff/invite', { email: 'x@example.org', name: 'X', roles: 'reviewer', ...fields });
    expect((await send({ email })).status).toBe(409);
    expect((await send({ roles: 'king' })).body).toContain('There is no such role.');
    expect((await desk.admin.send('/staff/invite', { email: 'x@example.org', name: 'X' })).body).toContain(
      'Choose at least one role.',
    );
  });
});
