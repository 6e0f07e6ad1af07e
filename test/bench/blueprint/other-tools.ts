import { existsSync } from 'node:fs';
import type { Fixtures } from '../../../libs/blueprint/src/people.builder.js';
import { renderBlueprint } from '../../../libs/blueprint/src/render-blueprint.js';
import type { BlueprintSnapshot } from '../../../libs/blueprint/src/snapshot/blueprint-snapshot.js';
import { twinPages } from '../../../libs/blueprint/src/twins/twin-pages.js';
import { launchChromium } from '../../support/chromium.js';
import { shortest, type Work } from '../measure.js';
import { milliseconds, progress, type Row, times } from '../ratio-table.js';

interface Tool {
  readonly name: string;
  /** How many times faster than it we must be. */
  readonly bar: number;
  /** What it is given of our pages. */
  readonly given: string;
  /** Ready to be measured, or why it cannot be. */
  readonly open: () => Promise<{ readonly work: Work; readonly close?: () => Promise<void> } | string>;
}

/** What somebody would reach for instead, given the same pages; charts only where the tool can draw ours. */
export async function besideOtherTools(fixtures: Fixtures, snapshot: BlueprintSnapshot): Promise<Row[]> {
  const pages = twinPages(snapshot, fixtures.assets).pages.map(
    ({ headline, lede, parts, soWhat, source }) => ({
      headline,
      lines: [
        lede,
        ...parts.flatMap((part) => ('text' in part ? [part.text] : 'items' in part ? part.items : [])),
      ],
      tables: parts.flatMap((part) => (part.kind === 'table' ? [[part.head, ...part.rows]] : [])),
      foot: [soWhat, source],
    }),
  );
  const html = fixtures.assets.twin.render(snapshot, fixtures.assets);
  const charts = html.match(/<svg[^]*?<\/svg>/g) ?? [];
  const [words, all] = ['the same words', 'the same words, tables and charts'];
  const tools: readonly Tool[] = [
    { name: 'pdfmake', bar: 2.5, given: words, open: () => pdfmake(pages) },
    { name: 'Chromium', bar: 5, given: all, open: () => chromium(html) },
    { name: 'react-pdf', bar: 10, given: words, open: () => reactPdf(pages) },
    { name: 'Typst', bar: 1, given: all, open: () => typst(pages, charts) },
  ];
  const rows: Row[] = [];
  for (const { name, bar, given, open } of tools) {
    progress(`one render beside ${name}`);
    const what = `${name}’s time over ours, for ${given} on 15 pages`;
    const ready = await open();
    if (typeof ready === 'string') {
      rows.push({ what, seen: '–', bar: `≥ ${bar} ×`, pass: null, note: ready });
      continue;
    }
    const ours = await shortest(() => renderBlueprint(snapshot, fixtures.assets), 15);
    const theirs = await shortest(ready.work);
    await ready.close?.();
    rows.push({
      what,
      seen: times(theirs / ours),
      bar: `≥ ${bar} ×`,
      pass: theirs / ours >= bar,
      note: `${milliseconds(theirs)} beside ${milliseconds(ours)}, the shortest of each`,
    });
  }
  return rows;
}

interface PlainPage {
  readonly headline: string;
  readonly lines: readonly string[];
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly foot: readonly string[];
}

async function chromium(html: string): ReturnType<Tool['open']> {
  if (!existsSync(process.env['CHROMIUM'] ?? '/usr/bin/chromium'))
    return 'no Chromium here; set CHROMIUM to where it is';
  const browser = await launchChromium();
  const page = await browser.newPage();
  return {
    work: async () => {
      await page.setContent(html);
      await page.pdf({ format: 'A4', tagged: true, outline: true });
    },
    close: () => browser.close(),
  };
}

/** A package that only this measurement would need, and so is not installed with the product. */
const optional = async (name: string): Promise<Record<string, unknown> | undefined> =>
  (await import(name).catch(() => undefined)) as Record<string, unknown> | undefined;
const missing = (...names: readonly string[]): string =>
  `not installed; to measure it: npm i --no-save ${names.join(' ')}`;

interface PdfMake {
  setFonts(fonts: object): void;
  setUrlAccessPolicy(allows: () => boolean): void;
  setLocalAccessPolicy(allows: () => boolean): void;
  createPdf(definition: object): { getBuffer(): Promise<Buffer> };
}

async function pdfmake(pages: readonly PlainPage[]): ReturnType<Tool['open']> {
  const tool = (await optional('pdfmake'))?.['default'] as PdfMake | undefined;
  if (!tool) return missing('pdfmake');
  const face = 'templates/blueprint/fonts/Inter_400Regular.ttf';
  tool.setFonts({ Inter: { normal: face, bold: 'templates/blueprint/fonts/Inter_600SemiBold.ttf' } });
  tool.setUrlAccessPolicy(() => false);
  tool.setLocalAccessPolicy(() => true);
  // Made anew for each call: it writes into what it is given.
  const content = (): object[] =>
    pages.flatMap(({ headline, lines, tables, foot }, index) => [
      { text: headline, fontSize: 20, bold: true, ...(index > 0 && { pageBreak: 'before' }) },
      ...lines.map((text) => ({ text, margin: [0, 3] })),
      ...tables.map((rows) => ({ table: { headerRows: 1, body: rows.map((row) => [...row]) } })),
      ...foot.map((text) => ({ text })),
    ]);
  const defaultStyle = { font: 'Inter', fontSize: 9 };
  return { work: () => tool.createPdf({ defaultStyle, content: content() }).getBuffer() };
}

async function reactPdf(pages: readonly PlainPage[]): ReturnType<Tool['open']> {
  const [react, tool] = [await optional('react'), await optional('@react-pdf/renderer')];
  if (!react || !tool) return missing('react', '@react-pdf/renderer');
  const make = react['createElement'] as (
    kind: unknown,
    props: object | null,
    ...children: unknown[]
  ) => object;
  const render = tool['renderToBuffer'] as (document: object) => Promise<Buffer>;
  const { Document, Page, Text, View } = tool;
  const fonts = tool['Font'] as { register(font: { family: string; src: string }): void };
  fonts.register({ family: 'Inter', src: 'templates/blueprint/fonts/Inter_400Regular.ttf' });
  const text = (words: string): object => make(Text, { style: { fontSize: 9, marginBottom: 3 } }, words);
  const row = (cells: readonly string[]): object =>
    make(
      View,
      { style: { flexDirection: 'row' } },
      ...cells.map((cell) => make(View, { style: { flex: 1 } }, text(cell))),
    );
  const document = (): object =>
    make(
      Document,
      null,
      ...pages.map(({ headline, lines, tables, foot }) =>
        make(
          Page,
          { size: 'A4', style: { padding: 40, fontFamily: 'Inter' } },
          make(Text, { style: { fontSize: 20 } }, headline),
          ...lines.map(text),
          ...tables.flat().map(row),
          ...foot.map(text),
        ),
      ),
    );
  return { work: () => render(document()) };
}

interface TypstCompiler {
  addSource(path: string, source: string): void;
  mapShadow(path: string, content: Buffer): void;
  evictCache(maxAge: number): void;
  pdf(of: { mainFilePath: string }, options: { pdfTags: boolean }): Buffer;
}

/** Tagged, and every page new: no word of a document is what it remembers of the one before. */
async function typst(pages: readonly PlainPage[], charts: readonly string[]): ReturnType<Tool['open']> {
  const name = '@myriaddreamin/typst-ts-node-compiler';
  const tool = (await optional(name))?.['NodeCompiler'] as
    { create(options: object): TypstCompiler } | undefined;
  if (!tool) return missing(name);
  const compiler = tool.create({
    workspace: process.cwd(),
    fontArgs: [{ fontPaths: [`${process.cwd()}/templates/blueprint/fonts`] }],
  });
  const at = (file: string): string => `${process.cwd()}/${file}`;
  charts.forEach((chart, index) =>
    compiler.mapShadow(
      at(`chart-${index}.svg`),
      Buffer.from(chart.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')),
    ),
  );
  let documents = 0;
  const text = (words: string): string => `#text(${JSON.stringify(`${words} `)})`;
  const source = (): string => {
    documents += 1;
    const page = ({ headline, lines, tables, foot }: PlainPage, index: number): string =>
      [
        `#heading(${JSON.stringify(`${headline} ${documents}`)})`,
        ...(charts[index] ? [`#image("chart-${index}.svg", width: 100%)`] : []),
        ...lines.map((line) => text(`${line} ${documents}`)),
        ...tables.map(
          (rows) =>
            `#table(columns: ${rows[0]?.length ?? 1}, ${rows.flatMap((row) => row.map((cell) => `[${text(cell)}]`)).join(', ')})`,
        ),
        ...foot.map(text),
      ].join('\n\n');
    return `#set page(paper: "a4")\n#set text(font: "Inter", size: 9pt, lang: "en")\n${pages.map(page).join('\n#pagebreak()\n')}`;
  };
  return {
    work: () => {
      compiler.evictCache(0);
      compiler.addSource(at('blueprint.typ'), source());
      return compiler.pdf({ mainFilePath: at('blueprint.typ') }, { pdfTags: true });
    },
  };
}
