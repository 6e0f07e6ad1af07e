import { existsSync, readdirSync, readFileSync } from 'node:fs';

const files = readdirSync('docs', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file: `docs/${file}`, text: readFileSync(`docs/${file}`, 'utf8') }));
const scripts = Object.keys(
  (JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }).scripts,
);

describe('the docs', () => {
  it('name only files and folders that exist', () => {
    const named = files.flatMap(({ file, text }) =>
      [...text.matchAll(/`((?:apps|libs|templates|test|docs)\/[\w./-]+)`/g)].map(([, path = '']) => ({
        file,
        path,
      })),
    );
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter(({ path }) => !existsSync(path))).toEqual([]);
  });

  it('name only commands that exist', () => {
    const named = files.flatMap(({ file, text }) =>
      [...text.matchAll(/npm run ([a-z:]+)/g)].map(([, script = '']) => ({ file, script })),
    );
    expect(named.filter(({ script }) => !scripts.includes(script))).toEqual([]);
  });

  it('have a recipe for each of the usual changes', () => {
    expect(readdirSync('docs/recipes').sort()).toEqual([
      'add-a-chart.md',
      'add-a-check.md',
      'add-a-question.md',
      'add-a-staff-role.md',
      'add-an-email.md',
      'add-an-entry-route.md',
      'add-an-occupation.md',
      'change-a-page-of-the-blueprint.md',
      'change-the-price.md',
      'change-the-schema.md',
      'handle-a-stripe-event.md',
      'record-a-call.md',
    ]);
  });
});
