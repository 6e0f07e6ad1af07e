import type { FastifyReply, FastifyRequest } from 'fastify';
import type { HttpSettings } from '@app/http';

/** The session's token travels in a cookie that no script can read and no other site's link carries. It ends with the browser. */
export const sessionToken = (request: FastifyRequest, settings: HttpSettings): string | undefined =>
  request.cookies[settings.cookieName('desk')];

export const setSessionCookie = (reply: FastifyReply, settings: HttpSettings, token: string): void =>
  void reply.setCookie(settings.cookieName('desk'), token, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.secure,
  });

export const clearSessionCookie = (reply: FastifyReply, settings: HttpSettings): void =>
  void reply.setCookie(settings.cookieName('desk'), '', {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: settings.secure,
    maxAge: 0,
  });
