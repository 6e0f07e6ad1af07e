import { MARKER } from './hostile-request.js';

/** What came back, as `inject` gives it. */
export interface Answered {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly body: string;
}

const INSIDES = /\n\s+at \S.*:\d+:\d+|node_modules\/|QueryFailedError|syntax error at or near|EntityMetadata/;

/** Everything in an answer that must never be in one, in words; empty when all is well. @param leadsTo origins a redirect may name. */
export function faultsOf({ statusCode, headers, body }: Answered, leadsTo: readonly string[]): string[] {
  const type = String(headers['content-type'] ?? '');
  const location = headers['location'];
  const faults: readonly (readonly [boolean, string])[] = [
    [statusCode >= 500, `is answered ${statusCode}`],
    [INSIDES.test(body), 'shows our insides'],
    [type.includes('text/html') && body.includes(MARKER), 'prints a tag that was sent'],
    [headers['x-injected'] !== undefined, 'sets a header that was sent'],
    [typeof location === 'string' && !isOurs(location, leadsTo), `leads to ${String(location)}`],
    [headers['x-content-type-options'] !== 'nosniff', 'lets a browser guess the type'],
    [headers['content-security-policy'] === undefined, 'has no content policy'],
    [
      [headers['set-cookie'] ?? []].flat().some((cookie) => !/httponly/i.test(String(cookie))),
      'sets a cookie for scripts',
    ],
  ];
  return faults.filter(([wrong]) => wrong).map(([, words]) => words);
}

const isOurs = (location: string, leadsTo: readonly string[]): boolean =>
  /^\/(?![/\\])/.test(location) || leadsTo.some((origin) => location.startsWith(`${origin}/`));
