import { STAFF_ROLES, type StaffRole } from '@app/staff';
import { LiveQueue } from './reviews/queue/live-queue.js';
import { type TestDesk, startDesk } from './test-desk.builder.js';
import type { Answer } from './visitor.builder.js';

const UUID = '00000000-0000-4000-8000-000000000000';
/** An answer that goes on for as long as the session. */
const LINE = 'GET /reviews/live';
const EVERYBODY = STAFF_ROLES;
const REVIEWING = ['reviewer', 'approver', 'manager'] as const;
const READING = [...REVIEWING, 'auditor', 'admin'] as const;
const SERVING = ['manager', 'support'] as const;
const OVERSEEING = ['manager', 'auditor', 'admin'] as const;
const AT_THE_COUNTER = ['manager', 'support', 'auditor', 'admin'] as const;

/** Who may do what: every route there is behind the sign-in. Whoever adds a route decides here. */
const ALLOWED: Readonly<Record<string, readonly StaffRole[]>> = {
  'GET /': EVERYBODY,
  'POST /sign-out': EVERYBODY,
  'GET /account': EVERYBODY,
  'POST /account/password': EVERYBODY,
  'POST /account/recovery-codes': EVERYBODY,
  'POST /account/passkeys': EVERYBODY,
  'POST /account/passkeys/options': EVERYBODY,
  'POST /account/passkeys/:id/remove': EVERYBODY,
  'POST /account/sessions/:id/end': EVERYBODY,
  'GET /reviews': READING,
  'GET /reviews/queue.csv': READING,
  'POST /reviews/next': REVIEWING,
  'GET /reviews/live': READING,
  'POST /reviews/give': ['manager', 'admin'],
  'POST /reviews/take-back': ['manager', 'admin'],
  'POST /reviews/views': READING,
  'POST /reviews/views/:id/rename': READING,
  'POST /reviews/views/:id/start': READING,
  'POST /reviews/views/:id/delete': READING,
  'GET /reviews/:id': READING,
  'GET /reviews/:id/blueprint.pdf': READING,
  'GET /reviews/:id/accessible.html': READING,
  'GET /reviews/:id/pages/:page': READING,
  'POST /reviews/:id/pages/:page/tick': REVIEWING,
  'GET /reviews/:id/edit': REVIEWING,
  'GET /reviews/:id/edit/pages/:page': REVIEWING,
  'POST /reviews/:id/edit': REVIEWING,
  'POST /reviews/:id/edit/take-back': REVIEWING,
  'GET /reviews/:id/paths': READING,
  'POST /reviews/:id/paths': REVIEWING,
  'POST /reviews/:id/instructions': REVIEWING,
  'POST /reviews/:id/instructions/take-back': REVIEWING,
  'POST /reviews/:id/anew': REVIEWING,
  'POST /reviews/:id/file': REVIEWING,
  'POST /reviews/:id/note': REVIEWING,
  'POST /reviews/:id/claim': REVIEWING,
  'POST /reviews/:id/release': [...REVIEWING, 'admin'],
  'POST /reviews/:id/checks': REVIEWING,
  'POST /reviews/:id/approve': REVIEWING,
  'POST /reviews/:id/return': REVIEWING,
  'POST /reviews/:id/hold': REVIEWING,
  'POST /reviews/:id/resume': REVIEWING,
  'POST /reviews/:id/second': ['approver', 'manager'],
  'POST /reviews/:id/second/return': ['approver', 'manager'],
  'GET /orders': EVERYBODY,
  'GET /orders/:id': EVERYBODY,
  'GET /orders/:id/versions': READING,
  'GET /orders/:id/versions/:version/pages/:page': READING,
  'POST /orders/:id/blockers/end': SERVING,
  'POST /orders/:id/cancel': SERVING,
  'POST /orders/:id/renew-link': SERVING,
  'POST /orders/:id/refund': SERVING,
  'POST /orders/:id/refunds/:decision': SERVING,
  'POST /orders/:id/address': SERVING,
  'POST /orders/:id/emails/:delivery/again': SERVING,
  'POST /orders/:id/pause': SERVING,
  'POST /orders/:id/resume': SERVING,
  'POST /orders/:id/recall': SERVING,
  'POST /orders/:id/confirmed': SERVING,
  'POST /orders/:id/paid-otherwise': SERVING,
  'POST /orders/:id/correction/redraft': SERVING,
  'POST /orders/:id/letter': SERVING,
  'POST /orders/:id/dispute/pack': SERVING,
  'POST /orders/:id/dispute/answered': SERVING,
  'GET /tasks': AT_THE_COUNTER,
  'POST /tasks/:id/close': ['manager', 'support', 'admin'],
  'POST /tasks/:id/take': ['manager', 'support', 'admin'],
  'POST /tasks/:id/give-back': ['manager', 'support', 'admin'],
  'GET /deliveries': AT_THE_COUNTER,
  'POST /deliveries/:id/settle': SERVING,
  'GET /jobs': AT_THE_COUNTER,
  'POST /jobs/:id/retry': ['manager', 'admin'],
  'GET /figures': OVERSEEING,
  'GET /figures/weeks.csv': OVERSEEING,
  'GET /figures/blocks.csv': OVERSEEING,
  'GET /stuck': AT_THE_COUNTER,
  'POST /stuck/retry': ['manager', 'admin'],
  'GET /evidence': READING,
  'GET /evidence/source': READING,
  'POST /evidence/source': REVIEWING,
  'POST /evidence/check': REVIEWING,
  'GET /audit': OVERSEEING,
  'GET /staff': OVERSEEING,
  'GET /staff/:id': OVERSEEING,
  'POST /staff/invite': ['admin'],
  'POST /staff/invitations/:id/withdraw': ['admin'],
  'POST /staff/:id/roles': ['admin'],
  'POST /staff/:id/disable': ['admin'],
  'POST /staff/:id/enable': ['admin'],
  'POST /staff/:id/unlock': ['admin'],
  'POST /staff/:id/end-sessions': ['admin'],
  'POST /staff/:id/let-in-anew': ['admin'],
};

let fixture: TestDesk;
const logged: string[] = [];
beforeAll(async () => {
  fixture = await startDesk(undefined, { LOG_LEVEL: 'warn' }, { write: (line) => void logged.push(line) });
});
afterAll(() => fixture.stop());

const behindSignIn = (): string[] =>
  fixture.routes
    .filter(({ method, url }) => ['GET', 'POST'].includes(method) && url !== '*')
    .filter(({ url }) => !/^\/(sign-in|invitation\/|health\/|metrics|assets\/)/.test(url))
    .map(({ method, url }) => `${method} ${url}`);

describe('every route', () => {
  it('has its roles named here', () => {
    expect(behindSignIn().sort()).toEqual(Object.keys(ALLOWED).sort());
  });

  it.each(STAFF_ROLES)('is open to a %s as far as the table says, and refused otherwise', async (role) => {
    const visitor = await fixture.signedIn(role);
    await visitor.open('/account');
    // Signing out last: it ends the session.
    const routes = Object.keys(ALLOWED)
      .filter((route) => route !== LINE)
      .sort((a, b) => Number(a.includes('sign-out')) - Number(b.includes('sign-out')));
    const judge = (route: string, answer: Answer): void => {
      const forbidden = answer.status === 403 && answer.body.includes('Your roles do not allow this');
      expect([route, role, forbidden]).toEqual([route, role, !ALLOWED[route]?.includes(role)]);
      expect([route, answer.status < 500]).toEqual([route, true]);
    };
    // Ends with the session.
    const line = visitor.open(LINE.slice(4));
    for (const route of routes) {
      const [method, url = ''] = route.split(' ');
      const path = url.replace(':page', '1').replace(/:\w+/g, UUID);
      judge(route, method === 'GET' ? await visitor.open(path) : await visitor.send(path, {}));
    }
    await fixture.app.get(LiveQueue).look();
    judge(LINE, await line);
  });

  it('that refuses somebody says in the log whom, and what they needed', async () => {
    const ids = async (): Promise<string[]> =>
      (await fixture.database.source.query<{ id: string }[]>('select id from staff')).map(({ id }) => id);
    const before = await ids();
    const visitor = await fixture.signedIn('support');
    const staff = (await ids()).find((id) => !before.includes(id));
    await visitor.open('/staff');
    const lines = logged.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toContainEqual(expect.objectContaining({ msg: 'not allowed', staff, needs: 'staff.read' }));
  });

  it('has roles that differ: no two are allowed the same', () => {
    const allowed = STAFF_ROLES.map((role) =>
      Object.keys(ALLOWED)
        .filter((route) => ALLOWED[route]?.includes(role))
        .join(),
    );
    expect(new Set(allowed).size).toBe(STAFF_ROLES.length);
  });
});
