import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { readPdf } from '@app/pdf-reading';
import { runs } from '@app/testing';
import { everything, readStructure, wordsOf } from './pdf-structure.builder.js';
import { examplePeople } from './examples.builder.js';
import { AMARA, anyPerson, type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import { renderBlueprint } from './render-blueprint.js';
import type { BlueprintSnapshot } from './snapshot/blueprint-snapshot.js';
import { printable } from '@app/typeset';

let fixtures: Fixtures;
beforeAll(async () => {
  fixtures = await loadFixtures();
});

const squashed = (text: string): string => text.normalize('NFC').replace(/\s+/g, '');
const pdfOf = async (person: Person): Promise<Buffer> =>
  (await renderBlueprint(snapshotOf(fixtures, person), fixtures.assets)).pdf;

async function holdsWhatItMust(pdf: Buffer, { person, result, paths }: BlueprintSnapshot): Promise<void> {
  const reading = await readPdf(pdf);
  const name = printable(person.name, fixtures.assets.fonts);
  expect(reading.pages).toHaveLength(15);
  // Right-to-left names are drawn in drawing order; their reading order stands in the tags.
  if (!/[\u0590-\u08ff]/.test(name.text))
    expect(squashed(reading.pages[0] ?? '')).toContain(squashed(name.text));
  expect(reading.pages[0]).toMatch(new RegExp(`(^|\\D)${Math.round(result.score)}(\\D|$)`));
  // Every page but one for a path that the data do not allow has a chart, and every chart something to say.
  expect(reading.tags.figures).toBeGreaterThanOrEqual(10 + paths.length);
  expect(reading.tags.figuresWithoutText).toEqual([]);
  expect(reading.fonts.every(({ embedded }) => embedded)).toBe(true);
  for (const page of reading.pages) {
    expect(page.length).toBeGreaterThan(300);
    expect(page).not.toMatch(/undefined|NaN|\[object|\{\{|Infinity|\ufffd|%%|££/);
  }
}

describe('the blueprint', () => {
  it('has 15 pages for everyone, whatever their name, title, answers and limits; says name and score, draws no missing glyph', async () => {
    let count = 0;
    await fc.assert(
      fc.asyncProperty(anyPerson(fixtures), async (person) => {
        const snapshot = snapshotOf(fixtures, person);
        const { pdf, pages } = await renderBlueprint(snapshot, fixtures.assets);
        expect(pages).toBe(15);
        // Counted in the file as well: the figure above is the writer's own.
        expect(pdf.toString('latin1').match(/\/Type \/Page\n/g)).toHaveLength(15);
        expect(pdf.byteLength).toBeLessThan(400_000);
        // Reading a file takes longer than making it, so every tenth is read.
        if (count++ % 10 === 0) await holdsWhatItMust(pdf, snapshot);
      }),
      { numRuns: runs(40), seed: 20261124 },
    );
  }, 300_000);

  it('prints a reviewer’s note whole, up to the longest there may be', async () => {
    const text =
      'I read your answers beside every page, and asked about the hours you gave to rotas. '.repeat(8);
    for (const length of [150, 200, 400, 600]) {
      const note = { text: `${text.slice(0, length - 1).trimEnd()}.`, signature: 'R. Example' };
      const { pdf, pages } = await renderBlueprint({ ...snapshotOf(fixtures, AMARA), note }, fixtures.assets);
      expect(pages).toBe(15);
      expect(squashed((await readPdf(pdf)).pages[14] ?? '')).toContain(squashed(note.text));
    }
  });

  it('cuts no headline of the people of the preview: what it found stands to its last word', async () => {
    const cut: string[] = [];
    for (const person of examplePeople()) {
      const headlines = everything(readStructure(await pdfOf(person)).root).filter(({ tag }) => tag === 'H1');
      const short = headlines.map(wordsOf).filter((words) => words.endsWith('…'));
      cut.push(...short.map((words) => `${person.id}: ${words}`));
    }
    expect(cut).toEqual([]);
  }, 120_000);

  it('gives equal bytes for an equal snapshot, and its date is the snapshot’s', async () => {
    // Somebody else with the same answers: drafted once more as well.
    const [first, second] = [await pdfOf(AMARA), await pdfOf({ ...AMARA })];
    expect(first.equals(second)).toBe(true);
    expect(first.toString('latin1')).toContain('(D:20261124195000Z)');
  });

  it('is tagged: one H1 a page, lists, tables with head cells, figures with alternative texts, language, title, bookmarks', async () => {
    const pdf = await pdfOf(AMARA);
    const source = pdf.toString('latin1');
    const { tags } = await readPdf(pdf);
    const elements = everything(readStructure(pdf).root);
    const count = (tag: string): number => elements.filter((one) => one.tag === tag).length;
    expect(count('H1')).toBe(15);
    expect(count('Sect')).toBe(15);
    expect(tags).toMatchObject({ tree: true, language: 'en-GB', allPages: true, claimsUa: true });
    expect(tags.figures).toBeGreaterThanOrEqual(15);
    expect(tags.figuresWithoutText).toEqual([]);
    expect(count('LI')).toBe(count('LBody'));
    expect(count('TH')).toBeGreaterThan(30);
    expect(count('Table')).toBeGreaterThan(6);
    expect(source).toContain('/DisplayDocTitle true');
    expect(source.match(/\/Dest \[/g)).toHaveLength(15);
    expect(source.match(/\/FontFile2 /g)?.length).toBe(source.match(/\/Type \/FontDescriptor/g)?.length);
  });

  it('writes a right-to-left name in drawing order with its reading order beside it', async () => {
    const pdf = await pdfOf({ ...AMARA, name: 'نور الأنصاري' });
    expect(pdf.toString('latin1')).toContain('%PDF-1.7');
    expect((await readPdf(pdf)).pages[0]).not.toContain('\ufffd');
    expect(snapshotOf(fixtures, { ...AMARA, name: 'نور الأنصاري' }).person.name).toBe('نور الأنصاري');
  });

  it('refers to the order when no font has the letters of a name', async () => {
    const { pages } = await readPdf(await pdfOf({ ...AMARA, name: '𐎠𐎡' }));
    expect(pages[0]).toContain('PW-7K3M-9QXT');
    expect(squashed(pages[0] ?? '')).toContain(squashed('written in full in your confirmation email'));
  });

  it('passes qpdf --check', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'blueprint-'));
    try {
      const file = join(folder, 'blueprint.pdf');
      writeFileSync(file, await pdfOf(AMARA));
      const checked = spawnSync('qpdf', ['--check', file], { encoding: 'utf8' });
      if (checked.error) {
        console.warn('qpdf is not installed here, so the file was not checked with it.');
        return;
      }
      expect(checked.stdout).toContain('No syntax or stream encoding errors found');
      expect(checked.status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
