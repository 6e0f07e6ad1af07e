import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { SignedIn } from '@app/staff';

const staffOfRequest = new WeakMap<FastifyRequest, SignedIn>();

/** Notes who makes a request; the guard does so once. */
export const setSignedInStaff = (request: FastifyRequest, staff: SignedIn): void =>
  void staffOfRequest.set(request, staff);

/** Who makes a request, or undefined. */
export const signedInStaff = (request: FastifyRequest | undefined): SignedIn | undefined =>
  request && staffOfRequest.get(request);

/** What a handler needs to know of who calls it. */
export interface Caller extends SignedIn {
  readonly ipAddress: string;
}

/** `@CurrentStaff() caller: Caller` on a route that needs a permission. */
export const CurrentStaff = createParamDecorator((_data: unknown, context: ExecutionContext): Caller => {
  const request = context.switchToHttp().getRequest<FastifyRequest>();
  const staff = signedInStaff(request);
  if (!staff) throw new Error('CurrentStaff is used on a route that nobody has to sign in for.');
  return { ...staff, ipAddress: request.ip };
});
