import fc from 'fast-check';
import { parse } from 'node-html-parser';
import { sha256 } from '@app/kernel';
import { makeFiles } from '../make-files.js';
import { AMARA, anyPerson, type Fixtures, loadFixtures, type Person, snapshotOf } from '../people.builder.js';
import { everything, readStructure, wordsOf } from '../pdf-structure.builder.js';
import { renderBlueprint } from '../render-blueprint.js';
import type { TwinSize } from './html-twin.js';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const twinOf = (person: Person): string =>
  fixtures.assets.twin.render(snapshotOf(fixtures, person), fixtures.assets);
const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();

describe('the HTML twin', () => {
  it('has the headlines of all 15 pages of the PDF, in order, under one H1', async () => {
    const page = parse(twinOf(AMARA));
    const { root } = readStructure((await renderBlueprint(snapshotOf(fixtures, AMARA), fixtures.assets)).pdf);
    const headlines = everything(root).filter(({ tag }) => tag === 'H1');
    expect(page.querySelectorAll('h1')).toHaveLength(1);
    expect(page.querySelectorAll('main h2').map(({ text }) => plain(text))).toEqual(headlines.map(wordsOf));
  });

  it('has every list item, table cell and paragraph that the PDF has', async () => {
    // A week's cell holds several actions: the twin sets a semicolon between them, the PDF a box before each.
    const joined = (text: string): string => plain(text).replaceAll('; ', ' ');
    const words = joined(parse(twinOf(AMARA)).querySelector('body')?.text ?? '');
    const { root } = readStructure((await renderBlueprint(snapshotOf(fixtures, AMARA), fixtures.assets)).pdf);
    const missing = everything(root)
      .filter(({ tag }) => ['LBody', 'TD', 'H2'].includes(tag))
      // An ellipsis says that the PDF had to cut; the twin goes on from there.
      .flatMap((node) => joined(wordsOf(node)).split(/…(?: |$)/))
      .filter((text) => !words.includes(text));
    expect(missing).toEqual([]);
  });

  it('gives tables column and row heads, figures a name and their numbers as a table', () => {
    const page = parse(twinOf(AMARA));
    for (const row of page.querySelectorAll('tbody tr')) {
      const [first] = row.querySelectorAll('th, td');
      // A cell left empty because it would repeat the row above is no head.
      if (first?.text !== '') expect(first?.getAttribute('scope')).toBe('row');
    }
    for (const figure of page.querySelectorAll('figure')) {
      expect(plain(figure.querySelector('figcaption')?.text ?? '')).not.toBe('');
      expect(figure.querySelector('svg')?.getAttribute('role')).toBe('img');
    }
    expect(page.querySelectorAll('figure').length).toBeGreaterThanOrEqual(15);
  });

  it('comes in large print with the same words', () => {
    const snapshot = snapshotOf(fixtures, AMARA);
    const [standard, large] = (['standard', 'large'] as const).map((size) =>
      parse(fixtures.assets.twin.render(snapshot, fixtures.assets, size)),
    );
    expect(large?.querySelector('html.large')).not.toBeNull();
    expect(standard?.querySelector('html.large')).toBeNull();
    expect(large?.querySelector('main')?.text).toBe(standard?.querySelector('main')?.text);
  });

  it('is the same written beside the PDF, of whose pages it then is, as alone on demand', async () => {
    for (const person of [AMARA, ...fc.sample(anyPerson(fixtures), { numRuns: 4, seed: 3 })]) {
      const snapshot = snapshotOf(fixtures, person);
      const made = await makeFiles(snapshot, fixtures.assets);
      const alone = (size: TwinSize): string =>
        sha256(fixtures.assets.twin.render(snapshot, fixtures.assets, size));
      expect([made.accessibleSha256, made.largePrintSha256]).toEqual([alone('standard'), alone('large')]);
    }
  });

  it('fetches nothing, runs nothing and lets no answer become markup', () => {
    const html = twinOf({ ...AMARA, name: 'Jo <script>alert(1)</script> & Sons' });
    expect(html).not.toMatch(/<script|<link|<img|@import|url\(/i);
    expect(html).not.toMatch(/undefined|NaN|\[object|\{\{|Infinity/);
    expect(twinOf(AMARA)).toBe(twinOf(AMARA));
  });
});
