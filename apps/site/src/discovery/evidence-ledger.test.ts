import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { parse } from 'node-html-parser';
import { Catalogue, MEASURES } from '@app/occupations';
import { publicSite } from '../../../../test/support/public-site.js';
import { readEvidence } from './evidence-ledger.js';

/** Not evidence of others about work: a calendar, and a table that is ours. */
const NO_EVIDENCE = ['bankHolidays', 'candidates'];
const records = readEvidence();

describe('the evidence ledger', () => {
  it('has every source of the data set in one record, published when the data set says', () => {
    const { sources } = Catalogue.load().dataset;
    const named = records.flatMap((record) => record.sources);
    expect([...named].sort()).toEqual([...sources.keys()].filter((id) => !NO_EVIDENCE.includes(id)).sort());
    for (const { id, published, sources: own } of records)
      for (const source of own) {
        const year = /\d{4}/.exec(sources.get(source)?.release ?? '')?.[0] ?? '';
        expect([id, source, Number(published.slice(0, 4)) >= Number(year)]).toEqual([id, source, true]);
      }
  });

  it('says of every measure in the score that it is used, and of no other', () => {
    for (const { source, inScore } of Object.values(MEASURES)) {
      const record = records.find(({ sources }) => sources.includes(source));
      expect([source, record?.here]).toEqual([source, inScore ? 'used' : 'shown']);
    }
  });

  it('is a public page: each record with what it changed or why not, and how it was checked', async () => {
    const app: NestFastifyApplication = await publicSite();
    const { body, headers } = await app.inject({ url: '/evidence', headers: { accept: 'text/html' } });
    const page = parse(body);
    expect(headers['cache-control']).toContain('public');
    expect(page.querySelectorAll('.records > li').map((each) => each.id)).toEqual(
      ['used', 'shown', 'nothing'].flatMap((effect) =>
        records.filter(({ here }) => here === effect).map(({ id }) => id),
      ),
    );
    for (const { id, did, checked } of records) {
      const text = page.querySelector(`#${id}`)?.text ?? '';
      expect([id, text.includes(did)]).toEqual([id, true]);
      expect([id, text.includes('Not checked against its source')]).toEqual([id, checked === 'others']);
    }
    expect((await app.inject({ url: '/sitemaps/pages.xml' })).body).toContain('/evidence</loc>');
    await app.close();
  });

  it('is refused when damaged, out of order or twice the same', () => {
    const record = (more: object): string =>
      JSON.stringify({
        ...{ id: 'a', published: '2026', title: 't', by: 'b', says: 's', here: 'nothing', did: 'd' },
        ...{ checked: 'others', read: '2026-11-30', ...more },
      });
    const list = (...each: object[]): string => `[${each.map(record).join(',')}]`;
    expect(readEvidence(list({}, { id: 'b', published: '2026-05' }))).toHaveLength(2);
    expect(() => readEvidence(list({ published: '2026-05' }, { id: 'b', published: '2026-06-01' }))).toThrow(
      'b: the newest',
    );
    expect(() => readEvidence(list({}, {}))).toThrow('two of this id');
    expect(() => readEvidence(list({ did: '' }))).toThrow('did is needed');
    expect(() => readEvidence(list({ checked: 'file' }))).toThrow('names its sources');
    expect(() => readEvidence(list({ url: 'http://x' }))).toThrow('https');
    expect(() => readEvidence('[]')).toThrow('a list');
  });
});
