import type { OrderActor } from '@app/orders';
import type { Caller } from '../access/signed-in-request.js';

type StaffActor = Extract<OrderActor, { kind: 'staff' }>;

/** Who acts, for the act's audit entry; without a reason where none was given. */
export const actorOf = ({ staffId, ipAddress }: Caller, reason: string): StaffActor => ({
  kind: 'staff',
  staffId,
  ipAddress,
  ...(reason.trim() && { reason: reason.trim() }),
});
