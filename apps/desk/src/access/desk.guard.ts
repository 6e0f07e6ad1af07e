import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { HttpSettings } from '@app/http';
import { DomainError } from '@app/kernel';
import { type Permission, StaffSessions } from '@app/staff';
import { ANY_STAFF, NEEDS, PUBLIC, UNATTENDED } from './needs.js';
import { sessionToken } from './session-cookie.js';
import { setSignedInStaff } from './signed-in-request.js';
import { SignInNeeded } from './sign-in-needed.filter.js';

/** Every route of the desk passes here. */
@Injectable()
export class DeskGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: StaffSessions,
    private readonly settings: HttpSettings,
  ) {}

  /** @throws SignInNeeded, or DomainError `forbidden` when the caller's roles do not allow it. */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    if (request.routeOptions.url?.startsWith('/health/')) return true;
    const needs = this.reflector.getAllAndOverride<Permission | typeof PUBLIC | typeof ANY_STAFF | undefined>(
      NEEDS,
      [context.getHandler(), context.getClass()],
    );
    const token = sessionToken(request, this.settings);
    const attended = !this.reflector.get<boolean | undefined>(UNATTENDED, context.getHandler());
    const staff = token ? await this.sessions.find(token, { attended }) : null;
    if (staff) setSignedInStaff(request, staff);
    if (needs === PUBLIC) return true;
    if (!staff) throw new SignInNeeded();
    if (needs === ANY_STAFF || (needs !== undefined && staff.permissions.has(needs))) return true;
    request.log.warn({ staff: staff.staffId, needs }, 'not allowed');
    throw new DomainError(
      'forbidden',
      'Your roles do not allow this. Ask a manager if you need it for your work.',
    );
  }
}
