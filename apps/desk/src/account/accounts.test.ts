import { Audit } from '@app/audit';
import { StaffService } from '@app/staff';
import { AccountsFixture } from './accounts.builder.js';

const MINUTE = 60_000;

let desk: AccountsFixture;
beforeAll(async () => {
  desk = await AccountsFixture.open();
});
afterAll(() => desk?.close());
beforeEach(() => desk.reset());

describe('an admin', () => {
  const act = async (id: string, what: string, fields = {}): Promise<{ status: number; body: string }> => {
    await desk.admin.open(`/staff/${id}`);
    return await desk.admin.send(`/staff/${id}/${what}`, fields);
  };
  const ownId = async (): Promise<string> => {
    const email = /<p>Staff \d+, (\S+):/.exec((await desk.admin.open('/account')).body)?.[1] ?? '';
    return await desk.idOf(email);
  };

  it('disables an account at once and for signing in, and enables it again', async () => {
    const who = await desk.joined();
    expect((await act(who.id, 'disable')).status).toBe(422);
    expect((await act(who.id, 'disable', { reason: 'has left' })).status).toBe(303);
    expect((await who.visitor.open('/reviews')).status).toBe(303);
    expect((await desk.signIn(who)).status).toBe(401);
    expect((await act(who.id, 'enable')).status).toBe(303);
    desk.fixture.clock.advance(MINUTE);
    expect((await desk.signIn(who)).status).toBe(303);
    expect(await desk.entriesAbout(who.id)).toEqual(
      expect.arrayContaining(['staff.disabled', 'staff.enabled']),
    );
  });

  it('changes roles, which count from the next request on', async () => {
    const who = await desk.joined('reviewer');
    expect((await who.visitor.open('/jobs')).status).toBe(403);
    expect((await act(who.id, 'roles', { roles: ['support', 'auditor'] })).status).toBe(303);
    expect((await who.visitor.open('/jobs')).status).toBe(200);
    const [entry] = (await desk.fixture.app.get(Audit).about('staff', who.id)).filter(
      ({ action }) => action === 'staff.roles_changed',
    );
    expect(entry).toMatchObject({
      before: { roles: ['reviewer'] },
      after: { roles: ['support', 'auditor'] },
    });
  });

  it('opens what wrong tries have closed, and ends sessions', async () => {
    const who = await desk.joined();
    for (let n = 0; n < 5; n += 1) await desk.signIn(who, { password: 'not the password' });
    expect((await desk.admin.open(`/staff/${who.id}`)).body).toContain('closed to 1 place');
    expect((await act(who.id, 'unlock')).status).toBe(303);
    desk.fixture.clock.advance(MINUTE);
    expect((await desk.signIn(who)).status).toBe(303);
    expect((await act(who.id, 'end-sessions')).status).toBe(303);
    expect((await who.visitor.open('/account')).status).toBe(303);
  });

  it('lets somebody in anew: until then all is as it was, then nothing old opens it', async () => {
    const who = await desk.joined();
    expect((await act(who.id, 'let-in-anew')).status).toBe(303);
    const link = await desk.linkSentTo(who.email);
    expect((await desk.signIn(who)).status).toBe(303);
    desk.fixture.clock.advance(MINUTE);
    const again = await desk.taken(who.email, link);
    expect([again.id, again.key === who.key]).toEqual([who.id, false]);
    expect((await who.visitor.open('/account')).status).toBe(303);
    expect((await desk.signIn(who)).status).toBe(401);
    expect((await desk.signIn(who, { code: who.codes[0] ?? '' })).status).toBe(401);
    expect((await desk.signIn(again)).status).toBe(303);
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
    expect((await desk.admin.open('/staff')).status).toBe(200);
  });

  it('is always left: two who demote each other at once leave one, and the database refuses the rest', async () => {
    const { source } = desk.fixture.database;
    const other = await desk.joined('admin');
    await source.query(
      `update staff set roles = '{reviewer}' where 'admin' = any(roles) and id not in ($1, $2)`,
      [await ownId(), other.id],
    );
    const own = await ownId();
    await Promise.all([desk.admin.open('/staff'), other.visitor.open('/staff')]);
    const answers = await Promise.all([
      desk.admin.send(`/staff/${other.id}/roles`, { roles: 'reviewer' }),
      other.visitor.send(`/staff/${own}/disable`, { reason: 'x' }),
    ]);
    expect(answers.filter(({ status }) => status === 303)).toHaveLength(1);
    await expect(source.query(`update staff set roles = '{reviewer}'`)).rejects.toThrow('must be left');
    await expect(source.query('update staff set disabled_at = now()')).rejects.toThrow('must be left');
    expect(await desk.fixture.app.get(StaffService).emailsOf('admin')).toHaveLength(1);
  });
});
