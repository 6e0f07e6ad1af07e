import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Lines that take a request's body past the one pipe: a bare `@Body`, or the raw request's. */
const breaches = (source: string): string[] =>
  source.split('\n').filter((line) => /@Body\(|\brequest\.body\b|\bbody: unknown\b/.test(line));

/** The questions of the assessment read their answers by their own definitions. */
const OWN_WAY = /apps\/site\/src\/assessment\//;

describe('request bodies', () => {
  it('of site and desk come in as classes with rules, through one pipe', () => {
    const files = ['apps/site/src', 'apps/desk/src'].flatMap((top) =>
      readdirSync(top, { recursive: true, encoding: 'utf8' }).map((file) => join(top, file)),
    );
    const controllers = files.filter((file) => file.endsWith('.controller.ts') && !OWN_WAY.test(file));
    expect(controllers.length).toBeGreaterThan(25);
    const found = controllers.map((file) => [file, breaches(readFileSync(file, 'utf8'))] as const);
    expect(found.filter(([, lines]) => lines.length > 0)).toEqual([]);
  });

  it.each(['async save(@Body() body: Form)', 'const { a } = request.body as Form;', '  body: unknown,'])(
    'read by hand as in “%s” are found',
    (line) => expect(breaches(line)).toEqual([line]),
  );
});
