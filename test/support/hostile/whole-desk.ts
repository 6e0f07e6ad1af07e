import { newId } from '@app/kernel';
import { STAFF_ROLES, StaffService } from '@app/staff';
import { PASSWORD, startDesk } from '../../../apps/desk/src/test-desk.builder.js';
import type { RunningApp } from './whole-site.js';

/** Ends the session that the other requests need; answers for as long as that session lasts (`live-queue.test.ts` has it). */
const NOT_SENT = /^\/(sign-out|reviews\/live)$/;

/** The whole desk on a database of its own, with people in every role signed in, and one account that anybody may be after. */
export async function wholeDesk(): Promise<RunningApp> {
  const fixture = await startDesk(undefined, { LOG_LEVEL: 'error' });
  const all = await Promise.all([fixture.signedIn(...STAFF_ROLES), fixture.signedIn(...STAFF_ROLES)]);
  const each = await Promise.all(STAFF_ROLES.map((role) => fixture.signedIn(role)));
  const { staff } = await fixture.app
    .get(StaffService)
    .create({ email: 'ada@example.org', name: 'Ada', password: PASSWORD, roles: ['reviewer'] });
  return {
    app: fixture.app,
    leadsTo: [],
    target: {
      routes: fixture.routes.filter(
        ({ method, url }) => ['GET', 'POST'].includes(method) && !NOT_SENT.test(url),
      ),
      known: { id: [staff.id, newId()], decision: [newId()], delivery: [newId()], page: ['1', '15'] },
      cookies: [...all, ...all, ...each].map((visitor) => `desk=${visitor.cookie('desk') ?? ''}`),
    },
    stop: () => fixture.stop(),
  };
}
