import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectPath } from '@app/config';
import { loadBlueprintAssets } from './blueprint-assets.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'assets-'));
  cpSync(projectPath('templates', 'blueprint'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('the assets of the blueprint', () => {
  it.each<[string, (at: string) => void, string]>([
    ['a font is missing', (at) => rmSync(at), 'fonts/Inter_400Regular.ttf'],
    ['a font is not a font', (at) => writeFileSync(at, 'no font'), 'fonts/SourceSerif4_600SemiBold.ttf'],
    ['a page is missing', (at) => rmSync(at), 'pages/06-window.liquid'],
    [
      'a page lacks its headline',
      (at) => writeFileSync(at, '---\nbookmark: x\n---\n'),
      'pages/03-week.liquid',
    ],
    [
      'a page is not Liquid',
      (at) => writeFileSync(at, '---\nbookmark: "{% if %}"\n---\n'),
      'pages/03-week.liquid',
    ],
    [
      'a learning entry is half written',
      (at) => writeFileSync(at, 'Juggling:\n  why: fun\n'),
      'learning/health-and-science.yaml',
    ],
    [
      'the plan asks for a fourteenth week',
      (at) => writeFileSync(at, 'move: [{week: 14, hours: 1, text: x, strand: x}]'),
      'plan.yaml',
    ],
    ['the entry routes are missing', (at) => rmSync(at), 'entry-routes.yaml'],
    ['nobody is asked anything', (at) => writeFileSync(at, 'held: {}'), 'proofs.yaml'],
    ['a proof is a sentence', (at) => writeFileSync(at, 'shows: { 4.A.1.a.1: A day. }'), 'proofs.yaml'],
  ])('stop the boot, naming the file, when %s', (_what, spoil, file) => {
    spoil(join(folder, file));
    expect(() => loadBlueprintAssets(folder)).toThrow(join(folder, file));
  });

  it.each([
    ['a tag that is not closed', 'headline: >-\n  {% if thin %}One\nlede', 7],
    ['a filter that does not exist', 'headline: "{{ score | loud }}"\nlede', 6],
  ])('name the line of %s', (_what, text, line) => {
    const at = join(folder, 'pages/03-week.liquid');
    writeFileSync(
      at,
      `---\n# a remark\n\nbookmark: Week\nsource: x\n${text}: >-\n  y\nso_what: z\n---\nBody\n`,
    );
    expect(() => loadBlueprintAssets(folder)).toThrow(`${at}:${line}: `);
  });

  it('name the line of a value that no page has', () => {
    const at = join(folder, 'pages/03-week.liquid');
    writeFileSync(
      at,
      '---\nbookmark: Week\nheadline: x\nso_what: z\nsource: x\n---\nBody\n\n{{ shoe_size }}\n',
    );
    const { copy } = loadBlueprintAssets(folder);
    expect(() => copy.fill('03-week', {})).toThrow(`${at}:9: undefined variable: shoe_size`);
  });

  it('change their version with a word of the copy', () => {
    const before = loadBlueprintAssets(folder).version;
    writeFileSync(join(folder, 'entry-routes-note.txt'), 'a word');
    expect(loadBlueprintAssets(folder).version).not.toBe(before);
  });
});
