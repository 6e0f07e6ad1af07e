import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Breach, type DeclaredLib, type SourceFile, tableBreaches } from './table-owners.js';

const libs: DeclaredLib[] = readdirSync('libs').map((name) => {
  const { tables } = JSON.parse(readFileSync(`libs/${name}/lib.json`, 'utf8')) as { tables: string[] };
  return { name, tables };
});
const IN_TESTS_ONLY = /\.(test|builder)\.ts$|^libs\/testing\//;
const production: SourceFile[] = execFileSync(
  'git',
  ['ls-files', '--cached', '--others', '--exclude-standard', 'apps/**/*.ts', 'libs/**/*.ts'],
  { encoding: 'utf8' },
)
  .split('\n')
  .filter(
    (path) =>
      path !== '' &&
      !IN_TESTS_ONLY.test(path) &&
      !path.startsWith('apps/stripe-sandbox/') &&
      existsSync(path),
  )
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }));

describe('every table has one owner', () => {
  it('that declares it, and no table is declared twice or by nobody', () => {
    const made = production
      .filter(({ path }) => path.startsWith('libs/database/src/migrations/'))
      .flatMap(({ text }) =>
        [...text.matchAll(/create (?:unlogged )?table (\w+)/g)].map(([, table]) => table),
      );
    expect(libs.flatMap(({ tables }) => tables).sort()).toEqual([...made].sort());
  });

  it('whose stores alone speak of it', () => {
    const breaches = tableBreaches(libs, production);
    expect(breaches.map(({ file, line, fault }) => `${file}:${line} ${fault}`)).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['libs/delivery/src/wrong.ts', 'manager.query(`select 1 from orders`);', 'orders of orders is read here'],
    [
      'libs/orders/src/wrong.ts',
      'manager.query("update orders set x = 1");',
      'orders of orders is written here',
    ],
    [
      'libs/desk-reading/src/wrong.reading.ts',
      'q("delete from reviews");',
      'reviews of review is written here',
    ],
    [
      'apps/desk/src/wrong.ts',
      'q("select 1 from graphile_worker._private_jobs");',
      'graphile_worker._private_jobs of jobs is read here',
    ],
    [
      'libs/payments/src/wrong.ts',
      'manager.findOne(Order, { where });',
      'orders of orders is used by its entity here',
    ],
  ])('a breach in %s is caught', (path, text, fault) => {
    const order = production.filter((file) => file.path === 'libs/orders/src/order/order.entity.ts');
    expect(faults(tableBreaches(libs, [...order, { path, text }]))).toEqual([fault]);
  });

  it('its own store and a reading may speak of it', () => {
    const right = [
      { path: 'libs/orders/src/orders.store.ts', text: 'q("update orders set x = 1");' },
      { path: 'libs/desk-reading/src/queue.reading.ts', text: 'q("select 1 from orders join reviews");' },
    ];
    expect(faults(tableBreaches(libs, right))).toEqual([]);
  });
});

const faults = (breaches: readonly Breach[]): string[] => breaches.map(({ fault }) => fault);
