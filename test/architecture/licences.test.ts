import { existsSync, readFileSync } from 'node:fs';

/** Licences under which a product may be sold without giving its source away, and without asking. */
const ALLOWED = new Set([
  ...[
    '0BSD',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'ISC',
    'MIT',
    'MIT-0',
    'OFL-1.1',
  ],
]);
/** Packages whose package.json says something else, each with the reason why it may be here. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  argparse:
    'Python-2.0, a permissive licence; graphile-worker brings it along to read settings that we have not',
  'png-js': 'names no licence in its package.json; the LICENSE file beside it is MIT',
};

interface Locked {
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly license?: string;
}

interface Dependency {
  readonly name: string;
  readonly licence: string;
}

/** What runs in production, whole: every package of the lock file that is not for development alone, with the licence that it names itself. */
function dependencies(): Dependency[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && !dev)
    .map(([path, locked]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      // Builds for other machines are not installed here; of those the lock file tells.
      licence:
        (existsSync(`${path}/package.json`) ? licenceIn(`${path}/package.json`) : locked.license) ?? 'none',
    }));
}

function licenceIn(file: string): string | undefined {
  const { license } = JSON.parse(readFileSync(file, 'utf8')) as { license?: unknown };
  return typeof license === 'string' ? license : undefined;
}

/** Of `A OR B` one is enough. */
const isAllowed = (licence: string): boolean =>
  licence
    .replace(/^\(|\)$/g, '')
    .split(' OR ')
    .some((one) => ALLOWED.has(one));

const refused = (all: readonly Dependency[]): Dependency[] =>
  all.filter(({ name, licence }) => !isAllowed(licence) && EXCEPTIONS[name] === undefined);

describe('the licences of what runs in production', () => {
  const all = dependencies();

  it('are of the list, or an exception with its reason', () => {
    expect(all.length).toBeGreaterThan(200);
    expect(refused(all)).toEqual([]);
  });

  it('have no exception that is not needed any more', () => {
    const needed = all.filter(({ licence }) => !isAllowed(licence)).map(({ name }) => name);
    expect(Object.keys(EXCEPTIONS).sort()).toEqual([...new Set(needed)].sort());
  });

  it.each(['GPL-3.0-only', 'AGPL-3.0', 'UNLICENSED', 'none', 'MIT AND GPL-2.0', 'SEE LICENSE IN x'])(
    '%s would be seen',
    (licence) => expect(refused([{ name: 'x', licence }])).toHaveLength(1),
  );
});
