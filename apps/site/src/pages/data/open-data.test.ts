import { LabourMarket } from '@app/labour-market';
import { sha256 } from '@app/kernel';
import { Catalogue, mayPassOn } from '@app/occupations';
import { WholeCatalogue } from '../../discovery/whole-catalogue.js';
import { type OpenFiles, OpenDataFiles } from './open-data-files.js';
import type { OpenOccupation } from './open-data.js';

const catalogue = Catalogue.load();
const filesOf = (): Promise<OpenFiles> =>
  new OpenDataFiles(catalogue, new LabourMarket(catalogue), new WholeCatalogue(catalogue)).files();

/** A small reader of our own files: quotes and doubled quotes. */
const cellsOf = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
    quoted === undefined ? (bare ?? '') : quoted.replace(/""/g, '"'),
  );

describe('the open data', () => {
  let files: OpenFiles;
  let lines: string[];
  let open: {
    occupations: OpenOccupation[];
    sources: { id: string }[];
    licences: Record<string, string>;
    catalogueVersion: string;
  };
  beforeAll(async () => {
    files = await filesOf();
    lines = files.csv.body.trimEnd().split('\r\n');
    open = JSON.parse(files.json.body);
  });

  it('holds every occupation once, in both files alike', () => {
    const slugs = open.occupations.map(({ slug }) => slug);
    expect(slugs).toEqual(catalogue.all().map(({ slug }) => slug));
    expect(lines.slice(1).map((line) => cellsOf(line)[0])).toEqual(slugs);
    expect(new Set(lines.map((line) => cellsOf(line).length)).size).toBe(1);
  });

  it('says what the page says', () => {
    const nurse = open.occupations.find(({ slug }) => slug === 'nurse');
    const report = catalogue.report('nurse');
    expect(Math.round(nurse?.score ?? 0)).toBe(report?.score.value);
    expect([Math.round(nurse?.scoreLow ?? 0), Math.round(nurse?.scoreHigh ?? 0)]).toEqual([
      report?.score.interval.low,
      report?.score.interval.high,
    ]);
    expect(nurse?.moreExposedThanPercent).toBe(report?.percentile.value);
    expect(nurse?.window.words).toBe(report?.window.words);
    expect(nurse?.pay?.release).toMatch(/20\d\d/);
  });

  it('passes on values only where the licence lets it, and percentiles of the rest', () => {
    const head = cellsOf(lines[0] ?? '');
    expect(head).toEqual(
      expect.arrayContaining(['ilo', 'ilo_percentile', 'aioe_percentile', 'frey_osborne_percentile']),
    );
    expect(head).not.toContain('aioe');
    expect(head).not.toContain('frey_osborne');
    expect(open.occupations.every(({ measures }) => (measures['aioe']?.value ?? null) === null)).toBe(true);
  });

  it('carries the text of every licence under which values are passed on', () => {
    const passed = catalogue.dataset.measureInfo.filter((info) => mayPassOn(catalogue.dataset, info));
    const licences = passed.map(({ source }) => catalogue.dataset.sources.get(source)?.licence ?? '');
    expect(Object.keys(open.licences)).toEqual(expect.arrayContaining([...new Set(licences)]));
    expect(open.licences['MIT']).toMatch(/Copyright \(c\) 2024 OpenAI[\s\S]*shall be included in all/);
  });

  it('names its versions in every line, and its sources, those of the paths too', () => {
    const head = cellsOf(lines[0] ?? '');
    expect(head.slice(-2)).toEqual(['catalogue_version', 'model_version']);
    expect(lines.slice(1).every((line) => cellsOf(line).at(-2) === catalogue.version)).toBe(true);
    expect(open.occupations.find(({ slug }) => slug === 'nurse')?.paths).toHaveLength(3);
    expect(open.sources.map(({ id }) => id)).toEqual(expect.arrayContaining(['onetSkills', 'ashe', 'ilo']));
  });

  it('leaves unknown figures empty, never zero', () => {
    const head = cellsOf(lines[0] ?? '');
    const place = head.indexOf('pay_median');
    const without = open.occupations.findIndex(({ pay }) => pay === null);
    const values = lines.slice(1).map((line) => cellsOf(line)[place]);
    expect(values).not.toContain('0');
    expect(values.some((value) => Number(value) > 20_000)).toBe(true);
    if (without >= 0) expect(values[without]).toBe('');
  });

  it('has the same bytes and checksums for the same version', async () => {
    const again = await filesOf();
    expect(again.csv.sha256).toBe(files.csv.sha256);
    expect(again.json.sha256).toBe(files.json.sha256);
    expect(sha256(files.csv.body)).toBe(files.csv.sha256);
    expect(files.csv.name).toContain(catalogue.version);
    expect(open.catalogueVersion).toBe(catalogue.version);
  });
});
