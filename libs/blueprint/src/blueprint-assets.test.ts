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
  ])('stop the boot, naming the file, when %s', (_what, spoil, file) => {
    spoil(join(folder, file));
    expect(() => loadBlueprintAssets(folder)).toThrow(join(folder, file));
  });

  it('change their version with a word of the copy', () => {
    const before = loadBlueprintAssets(folder).version;
    writeFileSync(join(folder, 'entry-routes-note.txt'), 'a word');
    expect(loadBlueprintAssets(folder).version).not.toBe(before);
  });
});
