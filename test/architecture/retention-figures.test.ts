import { readFileSync } from 'node:fs';
import { RETENTION } from '@app/kernel';

describe('how long we keep what', () => {
  const page = readFileSync('templates/site/about/privacy.liquid', 'utf8');

  it('is said on the privacy page for every figure there is, from the one place', () => {
    const said = [...page.matchAll(/\{\{ retention\.(\w+) \}\}/g)].map(([, name]) => name);
    expect([...new Set(said)].sort()).toEqual(Object.keys(RETENTION).sort());
  });

  it('stands there as a number only for what we do not erase ourselves: the records of our servers', () => {
    expect(page.match(/\d+ (days|months|years)/g)).toEqual(['30 days']);
  });
});
