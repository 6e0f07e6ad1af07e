import { readFileSync } from 'node:fs';
import { Environment } from '@app/config';
import { getMetadataStorage } from 'class-validator';
import { schedules } from '../../apps/worker/src/schedules.js';

/** Every setting that the environment class checks. */
const settings = [
  ...new Set(
    getMetadataStorage()
      .getTargetValidationMetadatas(Environment, '', false, false)
      .map(({ propertyName }) => propertyName),
  ),
];

describe('the README', () => {
  const readme = readFileSync('README.md', 'utf8');

  it('lists every setting', () => {
    const missing = settings.filter((name) => !readme.includes(`| \`${name}\` |`));
    expect({ missing, found: settings.length > 20 }).toEqual({ missing: [], found: true });
  });

  it('states the true defaults', () => {
    const defaults = new Environment() as unknown as Record<string, unknown>;
    const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| .* \| `([^`]+)` \|$/gm)].filter(
      ([, name = '']) => !['NODE_ENV', 'LOG_LEVEL'].includes(name),
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const [, name = '', value] of rows) expect([name, String(defaults[name])]).toEqual([name, value]);
  });

  it('lists every schedule and when it runs', () => {
    const listed = [...readme.matchAll(/^\| `([\w.-]+)` \| `([^`]*\*)` \|/gm)].map(([, ...row]) => row);
    expect(listed).toEqual(schedules.map(({ job, pattern }) => [job.name, pattern]));
  });

  it('names only commands that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    for (const [, command = ''] of readme.matchAll(/npm run ([a-z:]+)/g))
      expect(Object.keys(scripts)).toContain(command);
  });
});
