import { type HTMLElement, parse } from 'node-html-parser';

/** A page as a person without JavaScript has it before them. */
export interface SeenPage {
  readonly url: URL;
  readonly status: number;
  readonly html: HTMLElement;
  /** All visible words, white space folded. */
  readonly text: string;
}

/**
 * Someone with a browser that keeps cookies, follows redirects and links, and fills in forms by their field names; no JavaScript.
 * Every step throws with the page's own words when it is not what a person would expect.
 */
export class Person {
  private readonly cookies = new Map<string, Map<string, string>>();
  private page: SeenPage | undefined;

  get here(): SeenPage {
    if (!this.page) throw new Error('No page is open yet.');
    return this.page;
  }

  /** Opens an address and follows redirects. @throws when the answer is an error page. */
  async open(address: string | URL, expected = 200): Promise<SeenPage> {
    return await this.go(new URL(address, this.page?.url), { method: 'GET' }, expected);
  }

  /** Follows the first link whose words contain `words`. */
  async follow(words: string): Promise<SeenPage> {
    const link = this.here.html
      .querySelectorAll('a[href]')
      .find((anchor) => folded(anchor.text).includes(words));
    if (!link)
      throw new Error(
        `There is no link “${words}” on ${this.here.url.href}:\n${this.here.text.slice(0, 600)}`,
      );
    return await this.open(link.getAttribute('href') ?? '');
  }

  /**
   * Fills in and sends the form that holds every named field (or, with none, the form at `action`), keeping what it already holds.
   * A list value ticks several boxes of one name.
   */
  async submit(
    fields: Readonly<Record<string, string | readonly string[]>>,
    { action, button, expected = 200 }: { action?: string; button?: string; expected?: number } = {},
  ): Promise<SeenPage> {
    const form = this.here.html.querySelectorAll('form').find((candidate) => {
      const names = candidate.querySelectorAll('[name]').map((field) => field.getAttribute('name'));
      const target = candidate.getAttribute('action') ?? '';
      return (
        Object.keys(fields).every((name) => names.includes(name)) &&
        (action === undefined || target.includes(action)) &&
        !/get/i.test(candidate.getAttribute('method') ?? 'get')
      );
    });
    if (!form)
      throw new Error(
        `No form on ${this.here.url.href} takes ${Object.keys(fields).join(', ') || action}:\n${this.here.text.slice(0, 600)}`,
      );
    const body = new URLSearchParams();
    for (const [name, value] of held(form)) if (!(name in fields)) body.append(name, value);
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) body.append(name, one);
    if (button) {
      const pressed = form
        .querySelectorAll('button')
        .find((candidate) => folded(candidate.text).includes(button));
      if (!pressed) throw new Error(`There is no button “${button}” on ${this.here.url.href}`);
      const name = pressed.getAttribute('name');
      if (name) body.append(name, pressed.getAttribute('value') ?? '');
    }
    const target = new URL(form.getAttribute('action') ?? this.here.url.href, this.here.url);
    return await this.go(target, { method: 'POST', body }, expected);
  }

  /** Fetches bytes with this person's cookies, for example a PDF. */
  async download(address: string): Promise<Buffer> {
    const url = new URL(address, this.page?.url);
    const response = await fetch(url, { headers: this.headers(url) });
    if (!response.ok) throw new Error(`${url.href} answered ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  }

  private async go(
    url: URL,
    init: { method: string; body?: URLSearchParams },
    expected: number,
  ): Promise<SeenPage> {
    let target = url;
    let request = init;
    for (let hops = 0; hops < 10; hops += 1) {
      const response = await fetch(target, {
        method: request.method,
        headers: { ...this.headers(target), origin: target.origin },
        redirect: 'manual',
        ...(request.body && { body: request.body }),
      });
      this.keepCookies(target, response);
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location) {
        target = new URL(location, target);
        request = { method: 'GET' };
        continue;
      }
      const html = parse(await response.text());
      for (const hidden of html.querySelectorAll('script, style, svg')) hidden.remove();
      this.page = { url: target, status: response.status, html, text: folded(html.text) };
      if (response.status !== expected) {
        throw new Error(
          `${request.method} ${target.href} answered ${response.status}, not ${expected}:\n${this.page.text.slice(0, 800)}`,
        );
      }
      return this.page;
    }
    throw new Error(`${url.href} redirects for ever`);
  }

  private headers(url: URL): Record<string, string> {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    return { accept: 'text/html', cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  private keepCookies(url: URL, response: Response): void {
    const jar = this.cookies.get(url.host) ?? new Map<string, string>();
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0|expires=thu, 01 jan 1970/i.test(line)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    this.cookies.set(url.host, jar);
  }
}

const folded = (text: string): string =>
  text
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** What a form sends when nothing is changed. */
function held(form: HTMLElement): [string, string][] {
  return form
    .querySelectorAll('input[name], select[name], textarea[name]')
    .flatMap((field): [string, string][] => {
      const name = field.getAttribute('name') ?? '';
      if (field.tagName === 'SELECT') {
        const chosen = field.querySelector('option[selected]') ?? field.querySelector('option');
        return chosen ? [[name, chosen.getAttribute('value') ?? chosen.text]] : [];
      }
      if (field.tagName === 'TEXTAREA') return [[name, field.text]];
      const type = field.getAttribute('type') ?? 'text';
      if (['radio', 'checkbox'].includes(type) && field.getAttribute('checked') === undefined) return [];
      if (['submit', 'button'].includes(type)) return [];
      return [[name, field.getAttribute('value') ?? '']];
    });
}
