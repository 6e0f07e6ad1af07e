import { PASSWORD } from '../test-desk.builder.js';
import { Visitor } from '../visitor.builder.js';
import { AccountsFixture, codesOn, type Joined } from './accounts.builder.js';
import { PasskeyDevice } from './passkey-device.builder.js';

const MINUTE = 60_000;

let desk: AccountsFixture;
beforeAll(async () => {
  desk = await AccountsFixture.open();
});
afterAll(() => desk?.close());
beforeEach(() => desk.reset());

describe('one’s own account', () => {
  it('changes its password for who knows the old one; every other session ends', async () => {
    const me = await desk.joined();
    const elsewhere = (await desk.signIn(me)).visitor;
    await me.visitor.open('/account');
    const wrong = await me.visitor.send('/account/password', {
      password: 'not the password',
      new_password: 'quite another password',
    });
    expect([wrong.status, wrong.body.includes('This is not your password.')]).toEqual([422, true]);
    const easy = await me.visitor.send('/account/password', {
      password: PASSWORD,
      new_password: 'Pivotwise-2026',
    });
    expect([easy.status, easy.body.includes('easy to guess')]).toEqual([422, true]);
    const right = await me.visitor.send('/account/password', {
      password: PASSWORD,
      new_password: 'quite another password',
    });
    expect(right.location).toBe('/account?done=password');
    expect((await elsewhere.open('/account')).status).toBe(303);
    expect((await me.visitor.open('/account')).status).toBe(200);
    desk.fixture.clock.advance(MINUTE);
    expect((await desk.signIn(me)).status).toBe(401);
    expect((await desk.signIn(me, { password: 'quite another password' })).status).toBe(303);
  });

  it('lists its sessions and ends one', async () => {
    const me = await desk.joined();
    const elsewhere = (await desk.signIn(me, {}, '203.0.113.9')).visitor;
    const { body } = await me.visitor.open('/account');
    const row = body.split('<tr>').find((part) => part.includes('203.0.113.9')) ?? '';
    const end = /\/account\/sessions\/[0-9a-f-]+\/end/.exec(row)?.[0] ?? '';
    const stranger = await desk.joined();
    await stranger.visitor.open('/account');
    await stranger.visitor.send(end, {});
    expect((await elsewhere.open('/account')).status).toBe(200);
    await me.visitor.send(end, {});
    expect((await elsewhere.open('/account')).status).toBe(303);
  });

  it('opens by a recovery code once, and by none of the old ones after new ones were made', async () => {
    const me = await desk.joined();
    const [first = '', second = ''] = me.codes;
    expect((await desk.signIn(me, { code: first })).status).toBe(303);
    expect((await desk.signIn(me, { code: first })).status).toBe(401);
    expect((await me.visitor.open('/account')).body).toContain('9 recovery codes left');
    const answer = await me.visitor.send('/account/recovery-codes', { password: PASSWORD });
    const fresh = codesOn(answer.body);
    expect(fresh).toHaveLength(10);
    expect((await desk.signIn(me, { code: second })).status).toBe(401);
    expect((await desk.signIn(me, { code: fresh[0] ?? '' })).status).toBe(303);
  });
});

describe('a passkey', () => {
  async function withPasskey(): Promise<{ me: Joined; device: PasskeyDevice }> {
    const me = await desk.joined();
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
    const visitor = new Visitor(desk.fixture.app);
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
    expect(await desk.entriesAbout(me.id)).toEqual(
      expect.arrayContaining(['staff.passkey_added', 'staff.passkey_removed']),
    );
  });

  it('opens the account from a place that wrong tries have closed', async () => {
    const { me, device } = await withPasskey();
    for (let n = 0; n < 6; n += 1) await desk.signIn(me, { password: 'not the password' });
    desk.fixture.clock.advance(MINUTE);
    expect((await desk.signIn(me)).status).toBe(401);
    expect(await signInWith(me, (options) => device.sign(options))).toBe(303);
  });

  it('is worth nothing replayed, late, for another account, from a false site, or made up', async () => {
    const { me, device } = await withPasskey();
    let sent = '';
    expect(await signInWith(me, (options) => (sent = device.sign(options)))).toBe(303);
    expect(await signInWith(me, () => sent)).toBe(401);
    const late = (options: { challenge: string }): string => {
      desk.fixture.clock.advance(6 * MINUTE);
      return device.sign(options);
    };
    expect(await signInWith(me, late)).toBe(401);
    expect(await signInWith(await desk.joined(), (options) => device.sign(options))).toBe(401);
    const falseSite = new PasskeyDevice('http://localhost.evil.example');
    Object.assign(falseSite, { keys: Reflect.get(device, 'keys'), credentialId: device.credentialId });
    expect(await signInWith(me, (options) => falseSite.sign(options))).toBe(401);
    const stranger = new PasskeyDevice();
    Object.assign(stranger, { credentialId: device.credentialId });
    expect(await signInWith(me, (options) => stranger.sign(options))).toBe(401);
    expect(await signInWith(me, () => '{"id":1}')).toBe(401);
  });

  it('is added to nobody by a challenge that was given to somebody else', async () => {
    const [one, two] = [await desk.joined(), await desk.joined()];
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
