import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'node-html-parser';

/** A browser without JavaScript, for tests: keeps cookies, follows redirects, sends the forms it is shown. */
export class PlainBrowser {
  readonly cookies = new Map<string, string>();
  url = '';
  status = 0;
  html = '';

  constructor(private readonly app: NestFastifyApplication) {}

  async get(url: string): Promise<this> {
    return await this.send({ method: 'GET', url });
  }

  /** Sends the shown page's form with this action, its hidden fields and what is given; a list repeats a field. */
  async submit(
    action: string,
    fields: Readonly<Record<string, string | readonly string[]>> = {},
  ): Promise<this> {
    const form = this.root
      .querySelectorAll('form')
      .find((each) => each.getAttribute('action') === action && each.getAttribute('method') === 'post');
    if (!form) throw new Error(`There is no form for ${action} on ${this.url}:\n${this.text}`);
    const body = new URLSearchParams();
    for (const hidden of form.querySelectorAll('input[type=hidden]'))
      body.append(hidden.getAttribute('name') ?? '', hidden.getAttribute('value') ?? '');
    for (const [name, value] of Object.entries(fields))
      for (const each of [value].flat()) body.append(name, each);
    return await this.send({
      method: 'POST',
      url: action,
      payload: body.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  get root(): ReturnType<typeof parse> {
    return parse(this.html);
  }

  get text(): string {
    return this.root.querySelector('main')?.textContent.replace(/\s+/g, ' ').trim() ?? '';
  }

  get heading(): string {
    return this.root.querySelector('h1')?.textContent ?? '';
  }

  /** Names of the shown page's radio buttons and ticks that begin with, or match, this; each once. */
  fields(wanted: string | RegExp): string[] {
    const names = this.root
      .querySelectorAll('input[type=radio], input[type=checkbox]')
      .map((input) => input.getAttribute('name') ?? '');
    return [...new Set(names)].filter((name) =>
      typeof wanted === 'string' ? name.startsWith(wanted) : wanted.test(name),
    );
  }

  get errors(): string[] {
    return this.root.querySelectorAll('.error-summary a').map(({ textContent }) => textContent);
  }

  copy(): PlainBrowser {
    const other = new PlainBrowser(this.app);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private async send(request: {
    method: 'GET' | 'POST';
    url: string;
    payload?: string;
    headers?: Record<string, string>;
  }): Promise<this> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.app.inject({
      ...request,
      headers: { accept: 'text/html', host: 'localhost:3000', cookie, ...request.headers },
    });
    for (const { name, value } of answer.cookies) this.cookies.set(name, value);
    const { location } = answer.headers;
    if (answer.statusCode === 303 && typeof location === 'string') return await this.get(location);
    Object.assign(this, { url: request.url, status: answer.statusCode, html: answer.body });
    return this;
  }
}

/** Somebody who has begun an assessment of an occupation. */
export const begun = async (
  { app }: { app: ConstructorParameters<typeof PlainBrowser>[0] },
  slug: string,
): Promise<PlainBrowser> =>
  await (await new PlainBrowser(app).get(`/assessment?occupation=${slug}`)).submit('/assessment/start');

/** As {@link begun}, with these tasks chosen: the page of the week. */
export const begunWeek = async (
  fixture: Parameters<typeof begun>[0],
  slug: string,
  task: readonly string[],
): Promise<PlainBrowser> => await (await begun(fixture, slug)).submit('/assessment/tasks', { task });
