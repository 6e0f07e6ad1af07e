/** A route as the server knows it, and what is known to be behind its parameters. */
export interface Target {
  readonly routes: readonly { readonly method: string; readonly url: string }[];
  /** Values that open something, by the name of the parameter or cookie. */
  readonly known: Readonly<Record<string, readonly string[]>>;
  /** Cookies of people who may do more than a stranger. */
  readonly cookies: readonly string[];
}

/** One request, fit for `inject`. */
export interface HostileRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload?: string;
  readonly remoteAddress: string;
}

/** Stands in texts where a page that forgot to escape would show a tag. */
export const MARKER = '<zqx-marker';

const TEXTS: readonly string[] = [
  ...['', ' ', '\0', '%00', '\ud800', '\u202e', 'İ', '💥'.repeat(40), 'ﷺ'.repeat(200), 'e\u0301'.repeat(300)],
  ...['../../../etc/passwd', '..\\..\\win.ini', '/etc/passwd', 'file:///etc/passwd', '.git/config', '.env'],
  ...[
    `${MARKER} a='">`,
    `"'><svg onload=alert(1)>${MARKER}>`,
    '{{ 7 | times: 7 }}',
    '{% include "x" %}',
    '${7*7}',
  ],
  ...[
    "'; drop table orders; --",
    "' or '1'='1",
    '1 union select null',
    '%',
    '_',
    '\\',
    '(a+)+$',
    '[[:x:]]',
    '*',
  ],
  ...['a\r\nX-Injected: 1', 'a\nBcc: eve@evil.example', '=1+1', '+1', '-1', '@x', '\t=1', 'a,b;c|d'],
  ...['NaN', 'null', 'undefined', 'true', '1e309', '0x10', '9'.repeat(40), '-0', '1.5', '٣', '1', '2', '50'],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '[object Object]', '[]', '{}'],
  ...[
    '00000000-0000-4000-8000-000000000000',
    'PW-7K3M-9QXT',
    'PW-R-000001',
    'A'.repeat(43),
    '0000-0000-0000-0000',
  ],
  ...[
    'javascript:alert(1)',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example/',
    'data:text/html,x',
  ],
  ...[
    '2026-02-30',
    '0000-00-00',
    '25:61',
    'yes',
    'on',
    'check',
    'confirm',
    'nurse',
    'machine-learning-engineer',
  ],
  ...['ada@example.org', 'a@b', `${'a'.repeat(300)}@example.org`, 'Ada <ada@example.org>, eve@evil.example'],
  ...['x'.repeat(300), 'x'.repeat(5_001), ' '.repeat(3_000), 'a '.repeat(10_000), '£10.50'],
];

/** Names of fields and of queries, ours and those that frameworks know. */
const NAMES: readonly string[] = [
  ...['name', 'email', 'start', 'consent_start', 'consent_end', 'form_token', 'looked_at', 'attempt', 'sure'],
  ...[
    'about',
    'words',
    'message',
    'order',
    'address',
    'ordered_on',
    'source',
    'number',
    'reference',
    'check_code',
  ],
  ...[
    'code',
    'password',
    'new_password',
    'passkey',
    'next',
    'reason',
    'amount',
    'answer',
    'kind',
    'letter',
    'done',
  ],
  ...[
    'roles',
    'sha256',
    'seen',
    'pages',
    'note',
    'file',
    'job',
    'comment',
    'did',
    'helped',
    'occupation',
    'task',
  ],
  ...[
    'q',
    'title',
    'as',
    'from',
    'kept',
    'revision',
    'skip',
    'family',
    'own_1',
    'activity_1',
    'years',
    'region',
  ],
  ...[
    'search',
    'show',
    'page',
    'sort',
    'sector',
    'role',
    'session_id',
    'confirming',
    'still',
    'asked',
    'again',
  ],
  ...[
    'verify',
    'download',
    'act',
    'unavailable',
    'said',
    'ended',
    '__proto__',
    'constructor',
    '_csrf',
    '_method',
  ],
  ...['a[b]', 'a[]', 'email[$ne]', ''],
];

/** Of the form of a token of ours: with a browser's word for where it came from, that is enough. */
const CSRF = `${'a'.repeat(8)}-${'b'.repeat(43)}`;

/** The request of this number: the same seed and number give the same request, so that one that failed can be sent again. */
export function hostileRequest(seed: number, number: number, target: Target): HostileRequest {
  const { pick, chance, up } = chanceOf(seed, number);
  const route = pick(target.routes);
  const text = (name = ''): string => {
    const known = Object.hasOwn(target.known, name) ? target.known[name] : undefined;
    return known && chance(0.6) ? pick(known) : pick(TEXTS);
  };
  const method = chance(0.95)
    ? route.method
    : pick(['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS']);
  const path = route.url.replace(/:(\w+)/g, (_all, name: string) =>
    chance(0.03) ? pick(['%', '%E0%A4%A', '%2e%2e%2f', '..', '%00']) : encoded(text(name)),
  );
  const fields = (most: number): [string, string][] =>
    Array.from({ length: up(most) }, () => pick(NAMES)).map((name) => [name, text(name)]);
  const query = chance(0.5) ? `?${form(fields(4))}` : chance(0.05) ? '?%' : '';
  const headers: Record<string, string> = {
    accept: chance(0.8) ? 'text/html' : pick(['application/json', '*/*', 'x', '']),
    ...(chance(0.7) && { cookie: cookies() }),
    ...(chance(0.8) && { 'sec-fetch-site': 'same-origin', 'x-csrf-token': CSRF }),
    ...(chance(0.1) && { origin: pick(['null', 'https://evil.example', 'x']) }),
    ...(chance(0.1) && { 'x-forwarded-for': pick(['1.2.3.4, ::1', 'x', '', '127.0.0.1']) }),
    ...(chance(0.1) && { host: 'evil.example', 'x-forwarded-host': 'evil.example' }),
    ...(chance(0.1) && { 'accept-encoding': pick(['br', 'gzip;q=0', 'br;q=x, , gzip', '*']) }),
    ...(chance(0.05) && { 'if-none-match': pick(['*', 'W/"x"', '"', ','.repeat(500)]) }),
    ...(chance(0.05) && { 'stripe-signature': pick(['t=1,v1=00', '', 't=x,v1=', 'v1='.repeat(300)]) }),
  };
  const body = ['POST', 'PUT', 'PATCH'].includes(method) ? payload() : undefined;
  return {
    method,
    url: (path.startsWith('/') ? path : `/${path}`) + query,
    headers: { ...headers, ...(body && { 'content-type': body.type }) },
    ...(body && { payload: body.text }),
    remoteAddress: `10.${number % 250}.${(number >> 8) % 250}.${(number >> 16) % 250}`,
  };

  function cookies(): string {
    const odd = `${pick(['assessment', 'order', 'typed', 'csrf', 'desk', '__proto__'])}=${encoded(pick(TEXTS))}`;
    return [...(chance(0.9) ? [pick(target.cookies)] : []), ...(chance(0.15) ? [odd] : [])].join('; ');
  }

  function payload(): { type: string; text: string } {
    const kind = up(20);
    if (kind < 13) return { type: 'application/x-www-form-urlencoded', text: form(fields(12)) };
    if (kind < 17) return { type: 'application/json', text: JSON.stringify(odd(3)) };
    if (kind === 17)
      return { type: 'application/json', text: pick(['{"a":', '', 'null', '{"__proto__":{"x":1}}', '[]']) };
    if (kind === 18)
      return { type: 'application/x-www-form-urlencoded', text: `words=${'x'.repeat(up(300_000))}` };
    return {
      type: pick(['text/xml', 'multipart/form-data; boundary=x', 'text/plain', 'x', '']),
      text: '<a>&lol;</a>',
    };
  }

  /** A value of any shape, as JSON lets a program send it where a form would send text. */
  function odd(depth: number): unknown {
    const kind = up(depth === 3 ? 4 : 9);
    if (depth > 0 && kind < 4)
      return Object.fromEntries(Array.from({ length: 1 + up(8) }, () => [pick(NAMES), odd(depth - 1)]));
    if (depth > 0 && kind === 4) return Array.from({ length: up(5) }, () => odd(depth - 1));
    return pick<unknown>([text(), null, true, 0, -1, 1.5, 1e21, 2 ** 53, [], {}, text(), text()]);
  }
}

const form = (fields: readonly (readonly [string, string])[]): string =>
  fields.map(([name, value]) => `${encoded(name)}=${encoded(value)}`).join('&');

/** Percent-encoded, with what no encoder takes (half a character) as a browser would send it. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

/** Chance from a seed (mulberry32), so that what was found once is found again. */
function chanceOf(seed: number, number: number) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(number + 1, 0x85ebca6b)) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const up = (below: number): number => Math.floor(next() * below);
  return {
    up,
    chance: (share: number): boolean => next() < share,
    pick: <Of>(from: readonly Of[]): Of => from[up(from.length)] as Of,
  };
}
