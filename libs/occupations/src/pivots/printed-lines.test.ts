import { join } from 'node:path';
import { allOccupations } from '../build/all-occupations.js';
import { loadContent } from '../content/load-content.js';
import { DATA_FOLDER, loadDataset } from '../dataset/index.js';
import { loadRegisters } from '../groups/registers.js';
import type { Pivot } from '../model/pivot.js';
import { linkPivots } from './link-pivots.js';
import { readPivots } from './pivots-file.js';
import { checkPrintedLines, faultsOfLine } from './printed-lines.js';

const dataset = loadDataset();
const content = loadContent(join(DATA_FOLDER, '..', 'content'));
const linked = linkPivots(
  dataset,
  content.licensed,
  allOccupations(dataset, content),
  readPivots(DATA_FOLDER, dataset.elements),
);
const registers = loadRegisters();

/** What the check says when some paths of pages are printed otherwise. */
function faultsWith(
  changes: readonly (readonly [page: string, to: string, other: Partial<Pivot>])[],
): string {
  const pages = new Map(linked);
  let { edited } = content;
  for (const [page, to, other] of changes) {
    const own = pages.get(page);
    if (!own) throw new Error(`no page ${page}`);
    const changed = <T extends { slug: string }>(paths: readonly T[]): T[] =>
      paths.map((path) => (path.slug === to ? { ...path, ...other } : path));
    pages.set(page, { ...own, pivots: changed(own.pivots) });
    edited = edited.map((file) =>
      file.slug === page
        ? { ...file, content: { ...file.content, pivots: changed(file.content.pivots) } }
        : file,
    );
  }
  try {
    checkPrintedLines(dataset, edited, pages);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the lines that pages print', () => {
  it('say what is gained where they are more exposed and pay less, nothing against the figures, and name registers', () => {
    expect(() => checkPrintedLines(dataset, content.edited, linked)).not.toThrow();
  });

  it('are at fault by file and line, in the moves of a group and in an edited report', () => {
    const said = faultsWith([
      ['forklift-driver', 'stock-controller', { why: 'Desk hours and similar counts.' }],
      ['police-community-support-officer', 'housing-officer', { why: 'Tenants known.' }],
      ['receptionist', 'dental-nurse', { why: 'A calm voice.', entryRoute: '' }],
      ['hgv-driver', 'bus-driver', { why: 'Buses pay better, with a CPC.' }],
    ]);
    expect(said.split('\n').slice(1).sort()).toEqual([
      expect.stringMatching(/^6\.yaml:\d+: police-\S+: housing-officer is more exposed and pays less/),
      expect.stringMatching(/^forklift-driver\.yaml:\d+: forklift-driver: stock-controller is more exposed/),
      expect.stringMatching(/^hgv-driver\.yaml:\d+: hgv-driver: bus-driver is as exposed and pays less, and/),
      expect.stringMatching(/^hgv-driver\.yaml:\d+: hgv-driver: bus-driver pays less by the figures/),
      expect.stringMatching(/^receptionist\.yaml:\d+: receptionist: dental-nurse does not name its register/),
    ]);
  });

  const line = (direction: Pivot['direction'], change: number | undefined, why: string, entryRoute = '') =>
    faultsOfLine({ path: { direction, why, entryRoute }, to: '4133', change }, registers);
  it('name the gain where they pay less, and the loss beside it where that is felt', () => {
    expect(line('more exposed', -0.01, 'Counts known.')).toHaveLength(1);
    expect(line('about as exposed', -0.03, 'Counts known.')).toHaveLength(1);
    expect(line('about as exposed', -0.03, 'Counts known; no shifts.')).toHaveLength(1);
    expect(line('about as exposed', -0.03, 'Counts known; no shifts, for a little less pay.')).toEqual([]);
    expect(line('about as exposed', -0.01, 'Counts known.', 'A course.')).toHaveLength(1);
    expect(line('about as exposed', -0.01, 'Counts known; no shifts.', 'A course.')).toEqual([]);
  });

  it('need no gain where they are less exposed, pay as much or cost next to nothing, or pay is not known', () => {
    expect(line('about as exposed', -0.01, 'Counts known.')).toEqual([]);
    expect(line('less exposed', -0.05, 'Counts known.')).toEqual([]);
    expect(line('more exposed', 0, 'Counts known.')).toEqual([]);
    expect(line('more exposed', undefined, 'Counts known.')).toEqual([]);
  });
});
