import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { monthWords } from '@app/occupations';
import { publicSite } from '../../../../test/support/public-site.js';
import { jsonLd } from './json-ld.js';

const PAGES = [
  '/',
  '/data',
  '/blueprint',
  '/occupations/machine-learning-engineer',
  '/occupations/nurse',
  '/occupations/actuary',
];

/** The words a reader sees: no head, no tags, entities as characters. */
const visible = (html: string): string =>
  html
    .replace(/<head>[\s\S]*?<\/head>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, "'")
    .replace(/&#34;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');

const block = (html: string): unknown =>
  JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(html)?.[1] ?? 'null');

/** Every value with the name of its property; `@id` and `@type` are no text. */
function leaves(value: unknown, name = ''): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((each) => leaves(each, name));
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, each]) => leaves(each, key));
  return name.startsWith('@') ? [] : [[name, value]];
}

/** Values that a page says in other words. */
const SAID: Readonly<Record<string, (value: string) => string>> = {
  availability: () => 'Ordered now',
  dateModified: monthWords,
  eligibleRegion: () => 'United Kingdom',
  encodingFormat: (media) => `Download ${media.split('/')[1]?.toUpperCase()}`,
  inLanguage: () => '',
  isAccessibleForFree: () => 'Use them freely',
  license: () => 'CC BY 4.0',
  position: () => '',
  price: (pounds) => `£${pounds.replace(/\.00$/, '')}`,
  priceCurrency: () => '£',
};
const ADDRESSES = new Set(['url', 'item', 'image', 'contentUrl', 'mainEntityOfPage']);

describe('structured data', () => {
  let app: NestFastifyApplication;
  beforeAll(async () => (app = await publicSite()));
  afterAll(() => app.close());
  const get = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });

  it.each(PAGES)('of %s says only what the page says', async (url) => {
    const { body } = await get(url);
    const text = visible(body);
    const found = leaves(block(body));
    expect(found.length).toBeGreaterThan(5);
    const unsaid = found
      .filter(([name]) => !ADDRESSES.has(name))
      .map(([name, value]) => SAID[name]?.(String(value)) ?? String(value))
      .filter((words) => !text.includes(words) && words !== 'Ordered now');
    expect(unsaid).toEqual([]);
    for (const [, address] of found.filter(([name]) => ADDRESSES.has(name))) {
      expect(address).toMatch(/^http:\/\/localhost:3000\//);
      expect((await get(String(address).replace('http://localhost:3000', ''))).statusCode).toBe(200);
    }
  });

  it('cannot be ended by a text inside it', () => {
    const html = jsonLd({ '@type': 'Thing', name: '</script><script>alert(1)</script>' }).toString();
    expect(html.match(/<\/?script/g)).toHaveLength(2);
    expect(block(html)).toMatchObject({ name: '</script><script>alert(1)</script>' });
  });
});
