import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface Answer {
  readonly status: number;
  readonly body: string;
  readonly bytes: Buffer;
  readonly location: string | undefined;
  readonly cookies: readonly string[];
  readonly headers: Readonly<Record<string, unknown>>;
}

/** A browser with cookies and without JavaScript, for tests: it sends forms with the token of the last page. */
export class Visitor {
  private readonly jar = new Map<string, string>();
  private token = '';

  /** @param address where the browser is. */
  constructor(
    private readonly app: NestFastifyApplication,
    private readonly address = '127.0.0.1',
  ) {}

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }

  setCookie(name: string, value: string): void {
    this.jar.set(name, value);
  }

  open(path: string): Promise<Answer> {
    return this.ask('GET', path);
  }

  /** @param fields a list ticks several boxes of one name. */
  send(path: string, fields: Readonly<Record<string, string | readonly string[]>>): Promise<Answer> {
    const body = new URLSearchParams({ _csrf: this.token });
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    return this.ask('POST', path, body.toString());
  }

  private async ask(method: 'GET' | 'POST', url: string, payload?: string): Promise<Answer> {
    const response = await this.app.inject({
      method,
      url,
      remoteAddress: this.address,
      headers: {
        accept: 'text/html',
        cookie: [...this.jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(payload !== undefined && { 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(payload !== undefined && { payload }),
    });
    const cookies = [response.headers['set-cookie'] ?? []].flat();
    for (const cookie of cookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (/max-age=0/i.test(cookie)) this.jar.delete(name);
      else this.jar.set(name, value);
    }
    this.token = /name="_csrf" value="([^"]+)"/.exec(response.body)?.[1] ?? this.token;
    const { location } = response.headers;
    return {
      status: response.statusCode,
      body: response.body,
      bytes: response.rawPayload,
      location: typeof location === 'string' ? location : undefined,
      cookies,
      headers: response.headers,
    };
  }
}
