import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpSettings } from '@app/http';

/** How long what was typed waits in the browser to be shown again, in seconds. */
const KEPT = 600;
/** Characters of a field. A cookie holds little: a form that asks for whole paragraphs is shown again in place instead. */
const LONGEST = 300;

/** A form whose fields wait in a cookie of this name. */
export interface KeptForm<Field extends string> {
  readonly cookie: string;
  readonly fields: readonly Field[];
}

export type Typed<Field extends string> = Readonly<Partial<Record<Field, string>>>;

/**
 * What was typed into a form while something in it is to be put right. The form is answered by a redirect, so that Back and Reload repeat
 * nothing; until the page asks for it again it waits in a cookie. The address of the page never holds it.
 */
@Injectable()
export class TypedForms {
  constructor(private readonly settings: HttpSettings) {}

  keep<Field extends string>(reply: FastifyReply, form: KeptForm<Field>, typed: Typed<Field>): void {
    const short = Object.fromEntries(
      form.fields.flatMap((name) => {
        const text = typed[name];
        return text === undefined ? [] : [[name, text.slice(0, LONGEST)]];
      }),
    );
    reply.setCookie(
      this.settings.cookieName(form.cookie),
      Buffer.from(JSON.stringify(short)).toString('base64url'),
      { path: '/', httpOnly: true, sameSite: 'lax', secure: this.settings.secure, maxAge: KEPT },
    );
  }

  /** What was kept, as texts; whoever shows it checks it again. */
  of<Field extends string>(request: FastifyRequest, { cookie, fields }: KeptForm<Field>): Typed<Field> {
    try {
      const sent = request.cookies[this.settings.cookieName(cookie)] ?? '';
      const kept: unknown = JSON.parse(Buffer.from(sent, 'base64url').toString('utf8'));
      if (kept === null || typeof kept !== 'object') return {} as Typed<Field>;
      const texts = Object.entries(kept).filter(
        ([name, value]) => (fields as readonly string[]).includes(name) && typeof value === 'string',
      );
      return Object.fromEntries(texts) as Typed<Field>;
    } catch {
      return {} as Typed<Field>;
    }
  }

  forget(reply: FastifyReply, form: KeptForm<string>): void {
    reply.clearCookie(this.settings.cookieName(form.cookie), {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: this.settings.secure,
    });
  }
}
