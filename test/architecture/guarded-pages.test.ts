import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Templates that print without escaping, and what it is. Whoever adds one decides here. */
const RAW = [
  // The pages of the accessible copy, written and escaped by the template beside it.
  'templates/blueprint/twin/blueprint.html.liquid: main | raw',
  // The style of the accessible copy: a file of ours.
  'templates/blueprint/twin/blueprint.html.liquid: style | raw',
  // A title that was escaped as it was captured.
  'templates/site/discovery/head.liquid: page_title | raw',
  'templates/site/layout.liquid: page_title | raw',
  // Escaped where it was captured, as above.
  'templates/site/layout.liquid: page_title | remove_last: title_end | raw',
];

const filesUnder = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => join(folder, file));

/** The handlers of forms in a controller's text that no limit is on: neither on theirs nor on their class. */
function unlimited(source: string): string[] {
  return source
    .split(/(?=^@Controller\()/m)
    .filter((each) => each.startsWith('@Controller('))
    .filter((each) => !(each.split('export class')[0] ?? '').includes('@RateLimit('))
    .flatMap((each) => [...each.matchAll(/@Post\([^)]*\)(?:\s*@\w+\(.*\))*\s*(?:async )?(\w+)\(/g)])
    .filter(([decorators]) => !decorators.includes('@RateLimit('))
    .map(([, handler = '']) => handler);
}

describe('the site', () => {
  it('prints nothing unescaped but what is named here', () => {
    const found = filesUnder('templates', '.liquid').flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\{\{-?\s*([^}]*\|\s*raw\b[^}]*?)\s*-?\}\}/g)].map(
        ([, what = '']) => `${file}: ${what}`,
      ),
    );
    expect(found.sort()).toEqual(RAW);
  });

  it('never mixes “and” with “or” in one condition: Liquid reads it from the right, and nobody else does', () => {
    const mixed = filesUnder('templates', '.liquid').flatMap((file) =>
      (readFileSync(file, 'utf8').match(/\{%-?\s*(?:if|elsif|unless)\b[^%]*%\}/g) ?? [])
        .filter((tag) => / and /.test(tag) && / or /.test(tag))
        .map((tag) => `${file}: ${tag}`),
    );
    expect(mixed).toEqual([]);
  });

  it('limits every form, but for two that prove themselves by signature and one that only clears a cookie', () => {
    const found = filesUnder('apps/site/src', '.controller.ts').flatMap((file) =>
      unlimited(readFileSync(file, 'utf8')),
    );
    expect(found.sort()).toEqual(['close', 'receive']);
    // What takes bytes goes by no guard at all.
    const bytes = filesUnder('apps/site/src', '.ts').filter((file) =>
      /^import .*\btakeBytes\b/m.test(readFileSync(file, 'utf8')),
    );
    expect(bytes).toEqual(['apps/site/src/order/stripe-webhook.ts']);
  });

  it('a form without a limit would be seen', () => {
    const form = '@Controller("x")\nexport class X {\n  @Post()\n  @HttpCode(200)\n  async save(): void {}\n';
    expect(unlimited(form)).toEqual(['save']);
    expect(unlimited(form.replace('@HttpCode(200)', '@RateLimit({ limit: 1, seconds: 1 })'))).toEqual([]);
    expect(unlimited(`@Controller('x')\n@RateLimit({ limit: 1, seconds: 1 })${form.slice(16)}`)).toEqual([]);
  });
});
