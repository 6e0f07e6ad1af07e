import { readdirSync, readFileSync } from 'node:fs';
import { employingFact, FACT_KINDS, groupRouteFact } from '@app/blueprint';
import { projectPath } from '@app/config';
import { LabourMarket, titlesOfTheirOwn } from '@app/labour-market';
import { Catalogue } from '@app/occupations';
import { FakeClock } from '@app/testing';
import { OutsideFacts } from './outside-facts.js';
import { placeWords } from './place-words.js';

const catalogue = Catalogue.load();
const market = new LabourMarket(catalogue);
const facts = [...new OutsideFacts(catalogue, market, new FakeClock()).all().values()];

describe('the outside facts of the content', () => {
  it('are of every kind, each with words, a month, an https page or none, and a key that fits its column', () => {
    expect([...new Set(facts.map(({ kind }) => kind))].sort()).toEqual([...FACT_KINDS].sort());
    const odd = facts.filter(
      ({ key, words, written, page }) =>
        key.length > 500 ||
        words.trim() === '' ||
        !/^20\d\d-(0[1-9]|1[0-2])$/.test(written) ||
        (page !== null && !URL.canParse(`https://${page}`)),
    );
    expect(odd).toEqual([]);
  });

  it('hold every telephone number of the templates, and the way into every unit group', () => {
    const keys = new Set(facts.map(({ key }) => key));
    for (const key of [
      'help:116 123',
      'help:0800 100 900',
      'help:0300 123 1100',
      'tool:Xero',
      'provider:Writing',
    ])
      expect([key, keys.has(key)]).toEqual([key, true]);
    const routes = [...catalogue.dataset.unitGroups.keys()].filter((code) => !keys.has(`route:${code}`));
    expect(routes).toEqual([]);
  });

  it('hold the way into every title that has one of its own, and who employs it, as drafts say them', () => {
    const words = new Map(facts.map((fact) => [fact.key, fact.words]));
    for (const [slug, { way, employers }] of titlesOfTheirOwn()) {
      const { ukCodes = [] } = catalogue.bySlug(slug) ?? {};
      const code = ukCodes[0]?.code ?? '';
      const route = market.routeInto(ukCodes, slug);
      const nearby = market.employersFor(ukCodes, undefined, 1, slug);
      const said = [
        ...(way && route ? [groupRouteFact(code, route)] : []),
        ...(employers && nearby ? [employingFact(code, nearby)] : []),
      ];
      for (const { key, words: stated } of said) {
        expect(key).toContain(slug);
        expect([key, words.get(key)]).toEqual([key, stated]);
      }
    }
  });

  it('come from every file of the labour market that states any', () => {
    const folder = 'libs/labour-market/content';
    const files = readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => `${folder}/${name}`);
    const read = new Set(facts.flatMap(({ places }) => places.map(({ file }) => file)));
    expect(files.filter((file) => !read.has(file)).sort()).toEqual(
      // Rules and places by which names are read; they state nothing to anybody.
      [
        'employer-marks.yaml',
        'places/fields-of-work.yaml',
        'places/place-words.yaml',
        'places/postcode-areas.yaml',
        'places/postcode-districts.yaml',
      ].map((name) => `${folder}/${name}`),
    );
  });

  it('are found in the line that states them', () => {
    // One place of each file and kind: reading a file for every fact takes long.
    const samples = new Map(facts.map((fact) => [`${fact.kind} ${fact.places[0].file}`, fact]));
    const lost = [...samples.values()].flatMap(({ key, places: [place] }) => {
      const [, file = '', line = '0'] = /^(.+):(\d+)$/.exec(placeWords(place)) ?? [];
      const stated = readFileSync(projectPath(file), 'utf8').split('\n')[Number(line) - 1] ?? '';
      const wanted = place.lookFor.at(-1) ?? '';
      return stated.includes(wanted) ? [] : [`${key} in ${file}:${line}: ${stated}`];
    });
    expect(lost).toEqual([]);
  });
});
