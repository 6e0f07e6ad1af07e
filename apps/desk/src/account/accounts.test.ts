import { simpleParser } from 'mailparser';
import { Audit } from '@app/audit';
import { StaffJobs, StaffService, totpAt } from '@app/staff';
import { runJobs } from '@app/testing';
import { MoodyMailServer } from '../../../../libs/delivery/src/mail-server.builder.js';
import { type DeskHouse, PASSWORD, startDesk } from '../desk-house.builder.js';
import { Visitor } from '../visitor.builder.js';
import { PasskeyDevice } from './passkey-device.builder.js';

const MINUTE = 60_000;

let mail: MoodyMailServer;
let house: DeskHouse;
let admin: Visitor;
beforeAll(async () => {
  mail = new MoodyMailServer();
  house = await startDesk(undefined, { SMTP_URL: await mail.start() });
  admin = await house.signedIn('admin');
});
afterAll(async () => {
  await house.stop();
  await mail.stop();
});
beforeEach(async () => {
  house.clock.advance(MINUTE);
  mail.taken.length = 0;
  mail.mood = 'accept';
  await house.database.source.query('delete from rate_limits');
});

let made = 0;
/** Invites somebody and reads the email. */
async function invited(roles: string | string[] = 'reviewer'): Promise<{ email: string; link: string }> {
  const email = `new-${(made += 1)}@example.org`;
  await admin.open('/staff');
  const answer = await admin.send('/staff/invite', { email, name: 'Nia', roles });
  expect([answer.status, answer.location]).toEqual([303, '/staff?done=invited']);
  return { email, link: await linkSentTo(email) };
}
async function linkSentTo(email: string): Promise<string> {
  await runJobs(house.database.source, house.app.get(StaffJobs).boundJobs());
  const { to, text } = await simpleParser(mail.taken.at(-1) ?? '');
  expect([to].flat()[0]?.text).toBe(email);
  return /http:\/\/localhost:3100(\/invitation\/\S+)/.exec(text ?? '')?.[1] ?? 'no link';
}
const idOf = async (email: string): Promise<string> => {
  const [row] = await house.database.source.query<{ id: string }[]>('select id from staff where email = $1', [
    email,
  ]);
  return row?.id ?? 'no account';
};
const keyOn = (body: string): string => /Key: <\/span>([A-Z2-7]+)</.exec(body)?.[1] ?? '';
const codesOn = (body: string): string[] => body.match(/[0-9A-Z]{4}(-[0-9A-Z]{4}){3}/g) ?? [];

interface Joined {
  readonly email: string;
  readonly visitor: Visitor;
  readonly key: string;
  readonly codes: string[];
  readonly id: string;
}
async function joined(roles: string | string[] = 'reviewer'): Promise<Joined> {
  const { email, link } = await invited(roles);
  return await taken(email, link);
}
async function taken(email: string, link: string): Promise<Joined> {
  const visitor = new Visitor(house.app);
  const page = await visitor.open(link);
  const key = keyOn(page.body);
  const code = await totpAt(key, house.clock.now());
  const answer = await visitor.send(link, { code, password: PASSWORD });
  expect(answer.status).toBe(200);
  house.clock.advance(MINUTE);
  return { email, visitor, key, codes: codesOn(answer.body), id: await idOf(email) };
}
const signIn = async (
  who: Pick<Joined, 'email' | 'key'>,
  fields: Record<string, string> = {},
  address?: string,
): Promise<{ status: number; visitor: Visitor }> => {
  const visitor = new Visitor(house.app, address);
  await visitor.open('/sign-in');
  const code = await totpAt(who.key, house.clock.now());
  const { status } = await visitor.send('/sign-in', {
    email: who.email,
    password: PASSWORD,
    code,
    ...fields,
  });
  return { status, visitor };
};
const entriesAbout = async (id: string): Promise<string[]> =>
  (await house.app.get(Audit).about('staff', id)).map(({ action }) => action);

describe('an invitation', () => {
  it('comes by email, pairs an app, makes the account and shows ten recovery codes once', async () => {
    const { email, link } = await invited(['reviewer', 'support']);
    const visitor = new Visitor(house.app);
    const page = await visitor.open(link);
    expect(page.body).toContain('src="data:image/svg+xml;base64,');
    const key = keyOn(page.body);
    for (const [fields, words] of [
      [{ code: '000000', password: PASSWORD }, 'not the code that your authenticator app shows'],
      [{ code: await totpAt(key, house.clock.now()), password: 'short' }, '12 characters or more'],
    ] as const) {
      const refused = await visitor.send(link, fields);
      expect([refused.status, refused.body.includes(words), keyOn(refused.body)]).toEqual([422, true, key]);
    }
    const code = await totpAt(key, house.clock.now());
    const answer = await visitor.send(link, { code, password: PASSWORD });
    expect([answer.status, new Set(codesOn(answer.body)).size]).toEqual([200, 10]);
    expect((await visitor.open('/account')).body).toContain(`${email}: reviewer, support`);
    expect((await signIn({ email, key }, { code })).status).toBe(401);
    house.clock.advance(MINUTE);
    expect((await signIn({ email, key })).status).toBe(303);
  });

  it('works once, of two at the same moment for one', async () => {
    const { link } = await invited();
    const [one, two] = [new Visitor(house.app), new Visitor(house.app)];
    const key = keyOn((await one.open(link)).body);
    await two.open(link);
    const fields = { code: await totpAt(key, house.clock.now()), password: PASSWORD };
    const answers = await Promise.all([one.send(link, fields), two.send(link, fields)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    expect((await one.open(link)).status).toBe(410);
  });

  it('is over after three days, when withdrawn, and when replaced by a newer one', async () => {
    const late = await invited();
    house.clock.advance(3 * 24 * 60 * MINUTE);
    admin = await house.signedIn('admin');
    expect((await new Visitor(house.app).open(late.link)).status).toBe(410);
    const second = await invited();
    await admin.open('/staff');
    await admin.send('/staff/invite', { email: second.email, name: 'Nia', roles: 'reviewer' });
    const newer = await linkSentTo(second.email);
    expect((await new Visitor(house.app).open(second.link)).status).toBe(410);
    expect((await new Visitor(house.app).open(newer)).status).toBe(200);
    const { body } = await admin.open('/staff');
    const withdraw = [...body.matchAll(/\/staff\/invitations\/[0-9a-f-]+\/withdraw/g)].map(([path]) => path);
    for (const path of withdraw) expect((await admin.send(path, {})).status).toBe(303);
    expect((await new Visitor(house.app).open(newer)).status).toBe(410);
  });

  it('keeps its link as a hash alone, and sends another when the mail server would not take it', async () => {
    mail.mood = 'refuse_for_now';
    await admin.open('/staff');
    await admin.send('/staff/invite', { email: 'slow@example.org', name: 'Sol', roles: 'auditor' });
    await expect(linkSentTo('slow@example.org')).rejects.toThrow('did not take the invitation');
    expect((await admin.open('/staff')).body).toContain('on its way');
    mail.mood = 'accept';
    const link = await linkSentTo('slow@example.org');
    const rows = JSON.stringify(
      await house.database.source.query(
        `select encode(token_hash, 'escape') as hash, * from staff_invitations`,
      ),
    );
    expect(rows).not.toContain(link.split('/').at(-1));
    expect((await new Visitor(house.app).open(link)).status).toBe(200);
  });

  it('is refused for an email that has an account, for no role and for a made-up one', async () => {
    const { email } = await joined();
    await admin.open('/staff');
    const send = (fields: Record<string, string>): Promise<{ status: number; body: string }> =>
      admin.send('/staff/invite', { email: 'x@example.org', name: 'X', roles: 'reviewer', ...fields });
    expect((await send({ email })).status).toBe(409);
    expect((await send({ roles: 'king' })).body).toContain('There is no such role.');
    expect((await admin.send('/staff/invite', { email: 'x@example.org', name: 'X' })).body).toContain(
      'Choose at least one role.',
    );
  });
});

describe('one’s own account', () => {
  it('changes its password for who knows the old one; every other session ends', async () => {
    const me = await joined();
    const elsewhere = (await signIn(me)).visitor;
    await me.visitor.open('/account');
    const wrong = await me.visitor.send('/account/password', {
      password: 'not the password',
      new_password: 'quite another password',
    });
    expect([wrong.status, wrong.body.includes('This is not your password.')]).toEqual([422, true]);
    const right = await me.visitor.send('/account/password', {
      password: PASSWORD,
      new_password: 'quite another password',
    });
    expect(right.location).toBe('/account?done=password');
    expect((await elsewhere.open('/account')).status).toBe(303);
    expect((await me.visitor.open('/account')).status).toBe(200);
    house.clock.advance(MINUTE);
    expect((await signIn(me)).status).toBe(401);
    expect((await signIn(me, { password: 'quite another password' })).status).toBe(303);
  });

  it('lists its sessions and ends one', async () => {
    const me = await joined();
    const elsewhere = (await signIn(me, {}, '203.0.113.9')).visitor;
    const { body } = await me.visitor.open('/account');
    const row = body.split('<tr>').find((part) => part.includes('203.0.113.9')) ?? '';
    const end = /\/account\/sessions\/[0-9a-f-]+\/end/.exec(row)?.[0] ?? '';
    const stranger = await joined();
    await stranger.visitor.open('/account');
    await stranger.visitor.send(end, {});
    expect((await elsewhere.open('/account')).status).toBe(200);
    await me.visitor.send(end, {});
    expect((await elsewhere.open('/account')).status).toBe(303);
  });

  it('opens by a recovery code once, and by none of the old ones after new ones were made', async () => {
    const me = await joined();
    const [first = '', second = ''] = me.codes;
    expect((await signIn(me, { code: first })).status).toBe(303);
    expect((await signIn(me, { code: first })).status).toBe(401);
    expect((await me.visitor.open('/account')).body).toContain('9 recovery codes left');
    const answer = await me.visitor.send('/account/recovery-codes', { password: PASSWORD });
    const fresh = codesOn(answer.body);
    expect(fresh).toHaveLength(10);
    expect((await signIn(me, { code: second })).status).toBe(401);
    expect((await signIn(me, { code: fresh[0] ?? '' })).status).toBe(303);
  });
});

describe('a passkey', () => {
  async function withPasskey(): Promise<{ me: Joined; device: PasskeyDevice }> {
    const me = await joined();
    const device = new PasskeyDevice();
    await me.visitor.open('/account');
    const options = await optionsFor(me.visitor, '/account/passkeys/options');
    const answer = await me.visitor.send('/account/passkeys', {
      password: PASSWORD,
      name: 'Laptop',
      passkey: device.make(options),
    });
    expect([answer.location, answer.body]).toEqual(['/account?done=passkey', '']);
    return { me, device };
  }
  const optionsFor = async (visitor: Visitor, path: string): Promise<{ challenge: string }> =>
    JSON.parse((await visitor.send(path, {})).body) as { challenge: string };
  /** Signs in with what the device answers. */
  async function signInWith(
    { email }: Joined,
    answer: (options: { challenge: string }) => string,
    password = PASSWORD,
  ): Promise<number> {
    const visitor = new Visitor(house.app);
    await visitor.open('/sign-in');
    const passkey = answer(await optionsFor(visitor, '/sign-in/passkey'));
    return (await visitor.send('/sign-in', { email, password, passkey })).status;
  }

  it('is added, signs in with the password and never without, and is removed', async () => {
    const { me, device } = await withPasskey();
    expect(await signInWith(me, (options) => device.sign(options))).toBe(303);
    expect(await signInWith(me, (options) => device.sign(options), 'not the password')).toBe(401);
    const { body } = await me.visitor.open('/account');
    const remove = /\/account\/passkeys\/[0-9a-f-]+\/remove/.exec(body)?.[0] ?? '';
    expect((await me.visitor.send(remove, { password: 'not the password' })).status).toBe(422);
    expect((await me.visitor.send(remove, { password: PASSWORD })).location).toBe(
      '/account?done=passkey_removed',
    );
    expect(await signInWith(me, (options) => device.sign(options))).toBe(401);
    expect(await entriesAbout(me.id)).toEqual(
      expect.arrayContaining(['staff.passkey_added', 'staff.passkey_removed']),
    );
  });

  it('opens the account from a place that wrong tries have closed', async () => {
    const { me, device } = await withPasskey();
    for (let n = 0; n < 6; n += 1) await signIn(me, { password: 'not the password' });
    house.clock.advance(MINUTE);
    expect((await signIn(me)).status).toBe(401);
    expect(await signInWith(me, (options) => device.sign(options))).toBe(303);
  });

  it('is worth nothing replayed, late, for another account, from a false site, or made up', async () => {
    const { me, device } = await withPasskey();
    let sent = '';
    expect(await signInWith(me, (options) => (sent = device.sign(options)))).toBe(303);
    expect(await signInWith(me, () => sent)).toBe(401);
    const late = (options: { challenge: string }): string => {
      house.clock.advance(6 * MINUTE);
      return device.sign(options);
    };
    expect(await signInWith(me, late)).toBe(401);
    expect(await signInWith(await joined(), (options) => device.sign(options))).toBe(401);
    const falseSite = new PasskeyDevice('http://localhost.evil.example');
    Object.assign(falseSite, { keys: Reflect.get(device, 'keys'), credentialId: device.credentialId });
    expect(await signInWith(me, (options) => falseSite.sign(options))).toBe(401);
    const stranger = new PasskeyDevice();
    Object.assign(stranger, { credentialId: device.credentialId });
    expect(await signInWith(me, (options) => stranger.sign(options))).toBe(401);
    expect(await signInWith(me, () => '{"id":1}')).toBe(401);
  });

  it('is added to nobody by a challenge that was given to somebody else', async () => {
    const [one, two] = [await joined(), await joined()];
    await one.visitor.open('/account');
    await two.visitor.open('/account');
    const options = await optionsFor(one.visitor, '/account/passkeys/options');
    const answer = await two.visitor.send('/account/passkeys', {
      password: PASSWORD,
      name: 'Stolen',
      passkey: new PasskeyDevice().make(options),
    });
    expect([answer.status, answer.body.includes('could not be added')]).toEqual([422, true]);
  });
});

describe('an admin', () => {
  const act = async (id: string, what: string, fields = {}): Promise<{ status: number; body: string }> => {
    await admin.open(`/staff/${id}`);
    return await admin.send(`/staff/${id}/${what}`, fields);
  };
  const ownId = async (): Promise<string> => {
    const email = /<p>Staff \d+, (\S+):/.exec((await admin.open('/account')).body)?.[1] ?? '';
    return await idOf(email);
  };

  it('disables an account at once and for signing in, and enables it again', async () => {
    const who = await joined();
    expect((await act(who.id, 'disable')).status).toBe(422);
    expect((await act(who.id, 'disable', { reason: 'has left' })).status).toBe(303);
    expect((await who.visitor.open('/reviews')).status).toBe(303);
    expect((await signIn(who)).status).toBe(401);
    expect((await act(who.id, 'enable')).status).toBe(303);
    house.clock.advance(MINUTE);
    expect((await signIn(who)).status).toBe(303);
    expect(await entriesAbout(who.id)).toEqual(expect.arrayContaining(['staff.disabled', 'staff.enabled']));
  });

  it('changes roles, which count from the next request on', async () => {
    const who = await joined('reviewer');
    expect((await who.visitor.open('/jobs')).status).toBe(403);
    expect((await act(who.id, 'roles', { roles: ['support', 'auditor'] })).status).toBe(303);
    expect((await who.visitor.open('/jobs')).status).toBe(200);
    const [entry] = (await house.app.get(Audit).about('staff', who.id)).filter(
      ({ action }) => action === 'staff.roles_changed',
    );
    expect(entry).toMatchObject({
      before: { roles: ['reviewer'] },
      after: { roles: ['support', 'auditor'] },
    });
  });

  it('opens what wrong tries have closed, and ends sessions', async () => {
    const who = await joined();
    for (let n = 0; n < 5; n += 1) await signIn(who, { password: 'not the password' });
    expect((await admin.open(`/staff/${who.id}`)).body).toContain('closed to 1 place');
    expect((await act(who.id, 'unlock')).status).toBe(303);
    house.clock.advance(MINUTE);
    expect((await signIn(who)).status).toBe(303);
    expect((await act(who.id, 'end-sessions')).status).toBe(303);
    expect((await who.visitor.open('/account')).status).toBe(303);
  });

  it('lets somebody in anew: until then all is as it was, then nothing old opens it', async () => {
    const who = await joined();
    expect((await act(who.id, 'let-in-anew')).status).toBe(303);
    const link = await linkSentTo(who.email);
    expect((await signIn(who)).status).toBe(303);
    house.clock.advance(MINUTE);
    const again = await taken(who.email, link);
    expect([again.id, again.key === who.key]).toEqual([who.id, false]);
    expect((await who.visitor.open('/account')).status).toBe(303);
    expect((await signIn(who)).status).toBe(401);
    expect((await signIn(who, { code: who.codes[0] ?? '' })).status).toBe(401);
    expect((await signIn(again)).status).toBe(303);
  });

  it('does none of this to themselves', async () => {
    const id = await ownId();
    for (const [what, fields] of [
      ['roles', { roles: 'reviewer' }],
      ['disable', { reason: 'x' }],
      ['enable', {}],
      ['unlock', {}],
      ['end-sessions', {}],
      ['let-in-anew', {}],
    ] as const)
      expect([what, (await act(id, what, fields)).status]).toEqual([what, 409]);
    expect((await admin.open('/staff')).status).toBe(200);
  });

  it('is always left: two who demote each other at once leave one, and the database refuses the rest', async () => {
    const { source } = house.database;
    const other = await joined('admin');
    await source.query(
      `update staff set roles = '{reviewer}' where 'admin' = any(roles) and id not in ($1, $2)`,
      [await ownId(), other.id],
    );
    const own = await ownId();
    await Promise.all([admin.open('/staff'), other.visitor.open('/staff')]);
    const answers = await Promise.all([
      admin.send(`/staff/${other.id}/roles`, { roles: 'reviewer' }),
      other.visitor.send(`/staff/${own}/disable`, { reason: 'x' }),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    await expect(source.query(`update staff set roles = '{reviewer}'`)).rejects.toThrow('must be left');
    await expect(source.query('update staff set disabled_at = now()')).rejects.toThrow('must be left');
    expect(await house.app.get(StaffService).emailsOf('admin')).toHaveLength(1);
  });
});
