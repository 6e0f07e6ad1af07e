import { projectPath } from '@app/config';
import { FontSet } from '../fonts/font-set.js';
import { documentOptions } from './document-options.js';
import { addGlyph, attributesOf, embedNumbersOnly, Paper } from './pdfkit-insides.js';

const font = FontSet.load(projectPath('templates', 'blueprint', 'fonts')).main('sans');
const paper = (title = 'x'): Paper =>
  new Paper(documentOptions({ title, author: 'x', subject: 'x', siteUrl: 'http://x', date: new Date(0) }));

describe('what we use of the insides of pdfkit', () => {
  it('is an embedded font with a subset, widths and letters by code', () => {
    const embedded = paper().embed('a', font.parsed);
    expect(embedded).toEqual(
      expect.objectContaining({ id: 'F1', widths: [expect.any(Number)], unicode: [[0]] }),
    );
    expect(embedded.scale).toBeCloseTo(1000 / font.parsed.unitsPerEm);
    expect(embedded.subset.glyphs).toEqual([0]);
    expect(addGlyph(embedded, 5, 10, 'a', true)).toBe(1);
    // The same shape again for other letters, with a code of its own.
    expect(addGlyph(embedded, 5, 10, 'bc', false)).toBe(2);
    expect(embedded.subset.glyphs).toEqual([0, 5, 5]);
    expect(embedded.unicode).toEqual([[0], [0x61], [0x62, 0x63]]);
  });

  it('is a page that takes fonts by their name, and an outlet that keeps count of its bytes', () => {
    const document = paper();
    const embedded = document.embed('a', font.parsed);
    document.addPage();
    document.useOnPage(embedded);
    document.addContent('0 0 1 1 re f');
    document.end();
    const bytes = document.bytes().toString('latin1');
    expect(bytes).toMatch(/\/Font <<\n\/F1 \d+ 0 R/);
    const start = Number(/startxref\n(\d+)/.exec(bytes)?.[1]);
    expect(bytes.slice(start, start + 4)).toBe('xref');
  });

  it('is what packs the outlines of a font: without them two files differ as they would with them', () => {
    const fileOf = (glyph: number): Buffer => {
      const document = paper();
      const embedded = document.embed('a', font.parsed);
      document.addPage();
      document.useOnPage(embedded);
      // The same code, width and letter: only the shape tells them apart.
      addGlyph(embedded, glyph, 10, 'a', true);
      embedNumbersOnly(embedded);
      document.end();
      return document.bytes();
    };
    expect(fileOf(5)).toEqual(fileOf(5));
    expect(fileOf(5)).not.toEqual(fileOf(6));
    expect(fileOf(5).byteLength).toBeLessThan(5_000);
  });

  it('is the dictionary of an element, whose attributes are written', () => {
    const document = paper();
    document.addPage();
    const list = document.struct('L');
    document.addStructure(list);
    attributesOf(list).A = { O: 'List', ListNumbering: 'Disc' };
    list.end();
    document.end();
    expect(document.bytes().toString('latin1')).toContain('/ListNumbering /Disc');
  });

  it('is the metadata, where & and < are escaped, and the facts, where they are not', () => {
    const document = paper('A & B <x>');
    document.addPage();
    document.end();
    const { metadata } = document as unknown as { metadata: { getXML(): string } };
    expect(metadata.getXML()).toContain('A &amp; B &lt;x&gt;</rdf:li>');
    expect(document.info['Title']?.toString()).toBe('A & B <x>');
  });
});
