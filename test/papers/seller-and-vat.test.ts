import { readdirSync, readFileSync } from 'node:fs';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'node-html-parser';
import { projectPath } from '@app/config';
import { readPdf } from '@app/pdf-reading';
import { publicSite } from '../support/public-site.js';
import { TestSite } from '../support/your-data/test-site.js';

const folded = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();
const SELLER = {
  SELLER_NAME: 'Sample Seller Ltd',
  SELLER_ADDRESS: '7 Sample Road, Leeds, LS1 1AA',
  COMPANY_NUMBER: '07654321',
  COMPANY_REGISTERED_IN: 'Scotland',
};
const REGISTERED = 'Registered in Scotland, company number 07654321';
const MODES = [
  {
    mode: 'registered for VAT',
    settings: { ...SELLER, VAT_NUMBER: 'GB123456789' },
    short: '£49 including VAT',
    sentence: 'The price includes VAT at 20%.',
    never: /in all\b|not registered for VAT|none is (charged|part)/i,
    number: 'GB123456789',
  },
  {
    mode: 'not registered for VAT',
    settings: SELLER,
    short: '£49 in all',
    sentence: 'We are not registered for VAT, so none is charged.',
    never: /including VAT|includes VAT|VAT at 20|VAT number|VAT included/i,
    number: null,
  },
];

describe.each(MODES)('a seller $mode', ({ settings, short, sentence, never, number }) => {
  let fixture: TestSite;
  let site: NestFastifyApplication;
  /** Every place that names the seller or the price, by its words. */
  const surfaces = new Map<string, string>();

  beforeAll(async () => {
    [fixture, site] = await Promise.all([TestSite.open(settings), publicSite(settings)]);
    for (const path of ['/', '/blueprint', '/terms', '/about', '/complaints', '/occupations/nurse']) {
      const { body } = await site.inject(path);
      surfaces.set(path, folded(parse(body).querySelector('body')?.text ?? ''));
    }
    const buyer = await fixture.finisher();
    surfaces.set('result', (await buyer.open('/assessment/result')).text);
    surfaces.set('order form', (await buyer.open('/order/new')).text);
    await buyer.submit(
      { name: 'Ada', email: 'ada@example.com', start: 'start_after_cancellation_period' },
      { action: '/order/new' },
    );
    surfaces.set('pay page', buyer.here.text);
    const { person, page } = await fixture.buyer('bea@example.com');
    const email = await fixture.mail.about('is confirmed');
    surfaces.set('confirmation, text', folded(email.text ?? ''));
    surfaces.set('confirmation, HTML', folded(parse(String(email.html)).text));
    surfaces.set('receipt page', (await person.open(`${page}/receipt`)).text);
    const { pages } = await readPdf(await person.download(`${page}/receipt.pdf`));
    surfaces.set('receipt file', folded(pages.join(' ')));
  }, 300_000);
  afterAll(async () => {
    await site?.close();
    await fixture?.close();
  });

  it('is told by the same words on every page, in every email and on every paper', () => {
    for (const [name, text] of surfaces) {
      // The pay page is Stripe's: it names the sum and says nothing of VAT.
      if (name !== 'pay page')
        for (const words of [SELLER.SELLER_NAME, SELLER.SELLER_ADDRESS, REGISTERED])
          expect([name, text.includes(words)], `${name} says “${words}”`).toEqual([name, true]);
      expect([name, never.exec(text)?.[0] ?? null]).toEqual([name, null]);
    }
  });

  it('says of the price and its VAT one thing', () => {
    const says = (words: string): string[] =>
      [...surfaces].filter(([, text]) => text.includes(words)).map(([name]) => name);
    expect(says(short)).toEqual(
      expect.arrayContaining([
        '/',
        '/occupations/nurse',
        'result',
        'order form',
        'confirmation, text',
        'confirmation, HTML',
      ]),
    );
    expect(says(sentence)).toEqual(
      expect.arrayContaining([
        '/blueprint',
        '/terms',
        'order form',
        'confirmation, text',
        'confirmation, HTML',
        'receipt page',
        'receipt file',
      ]),
    );
    const splits = ['£40.83', '£8.17'];
    for (const name of ['confirmation, text', 'confirmation, HTML', 'receipt page', 'receipt file']) {
      const text = surfaces.get(name) ?? '';
      expect(splits.map((sum) => text.includes(sum))).toEqual(splits.map(() => number !== null));
      if (number !== null) expect(text).toContain(number);
    }
  });

  it('says before and after the sale that no scheme out of court is used', () => {
    for (const name of ['/terms', '/complaints', 'confirmation, text', 'confirmation, HTML'])
      expect(surfaces.get(name)).toMatch(/do not use a scheme that settles disputes out of court/);
  });
});

it('every email in plain text ends with the whole of who we are, as those in HTML do by their layout', () => {
  const folder = projectPath('templates', 'email');
  const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.text.liquid'),
  );
  expect(texts.length).toBeGreaterThan(8);
  const without = texts.filter(
    (file) =>
      !/\{\{ seller_name \}\}, \{\{ seller_address \}\}\n\{\{ seller_registration \}\}\n\{\{ support_email \}\}\s*$/.test(
        readFileSync(`${folder}/${file}`, 'utf8'),
      ),
  );
  expect(without).toEqual([]);
});
