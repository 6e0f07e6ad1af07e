import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpSettings } from '@app/http';

/** How long what was typed waits in the browser to be shown again, in seconds. */
const KEPT = 600;
const LONGEST = 300;
const FIELDS = ['name', 'email', 'start', 'consent_start', 'consent_end', 'form_token'] as const;

export type TypedOrder = Readonly<Partial<Record<(typeof FIELDS)[number], string>>>;

/**
 * What was typed into the order form while something in it is to be put right. A form is answered by a redirect, so that Back and Reload repeat
 * nothing; until the page asks for it again it waits in a cookie. The address of the page never holds it.
 */
@Injectable()
export class TypedOrders {
  constructor(private readonly settings: HttpSettings) {}

  keep(reply: FastifyReply, typed: TypedOrder): void {
    const short = Object.fromEntries(
      FIELDS.flatMap((name) => (typed[name] === undefined ? [] : [[name, typed[name].slice(0, LONGEST)]])),
    );
    reply.setCookie(this.name, Buffer.from(JSON.stringify(short)).toString('base64url'), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.secure,
      maxAge: KEPT,
    });
  }

  /** What was kept, as texts; whoever shows it checks it again. */
  of(request: FastifyRequest): TypedOrder {
    try {
      const kept: unknown = JSON.parse(
        Buffer.from(request.cookies[this.name] ?? '', 'base64url').toString('utf8'),
      );
      if (kept === null || typeof kept !== 'object') return {};
      return Object.fromEntries(
        Object.entries(kept).filter(
          ([name, value]) => (FIELDS as readonly string[]).includes(name) && typeof value === 'string',
        ),
      );
    } catch {
      return {};
    }
  }

  forget(reply: FastifyReply): void {
    reply.clearCookie(this.name, { path: '/', secure: this.settings.secure });
  }

  private get name(): string {
    return this.settings.cookieName('typed');
  }
}
