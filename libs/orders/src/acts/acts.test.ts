import { readdirSync, readFileSync } from 'node:fs';

const LIB = 'libs/orders/src';
const files = readdirSync(LIB, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));

describe('acts', () => {
  it('have each a test of their own', () => {
    const acts = files.filter((name) => name.endsWith('.act.ts'));
    expect(acts.length).toBeGreaterThan(9);
    expect(acts.filter((name) => !files.includes(name.replace(/\.ts$/, '.test.ts')))).toEqual([]);
  });

  it('are the only way to change an order: nothing but their runner may, so that event and audit entry cannot be forgotten', () => {
    const changing = files.filter((name) =>
      /\b(changeOrder|moveOrder)\(/.test(readFileSync(`${LIB}/${name}`, 'utf8')),
    );
    expect(changing.filter((name) => !name.endsWith('.test.ts')).sort()).toEqual([
      'acts/act-runner.ts',
      'order/orders.store.ts',
    ]);
  });
});
