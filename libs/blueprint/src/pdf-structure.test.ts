import { AMARA, type Fixtures, loadFixtures, type Person, snapshotOf } from './people.builder.js';
import {
  everything,
  type PdfStructure,
  readStructure,
  type StructureNode,
  wordsOf,
} from './pdf-structure.builder.js';
import { renderBlueprint } from './render-blueprint.js';

let fixtures: Fixtures;
let structure: PdfStructure;
const structureOf = async (person: Person): Promise<PdfStructure> =>
  readStructure((await renderBlueprint(snapshotOf(fixtures, person), fixtures.assets)).pdf);
beforeAll(async () => {
  fixtures = await loadFixtures();
  structure = await structureOf(AMARA);
});

const all = (tag: string, within: StructureNode = structure.root): StructureNode[] =>
  everything(within).filter((node) => node.tag === tag);

describe('what reading software finds', () => {
  it('reads one section a page, each with one H1, and sub-headings only below it', () => {
    const sections = structure.root.children;
    expect(sections.map(({ tag }) => tag)).toEqual(Array<string>(15).fill('Sect'));
    for (const section of sections) {
      const headings = everything(section).flatMap(({ tag }) => (/^H\d$/.test(tag) ? [tag] : []));
      expect(headings.filter((tag) => tag === 'H1')).toHaveLength(1);
      expect(headings[0]).toBe('H1');
    }
  });

  it('leaves nothing unmarked: all that is drawn is in an element or an artifact', () => {
    expect(structure.unmarked).toBe(0);
  });

  it('reads a page from its headline to its source line', () => {
    const page = structure.root.children[1];
    const words = page ? wordsOf(page) : '';
    const places = [
      page && all('H1', page)[0],
      page?.children.find((node) => wordsOf(node).startsWith('So what')),
    ].map((node) => (node ? words.indexOf(wordsOf(node)) : -1));
    expect(places[0]).toBe(0);
    expect(places[1]).toBeGreaterThan(400);
    expect(words).not.toContain('Page 2 of 15');
  });

  it('gives every table rows of one length under column heads, and every row its head', () => {
    const tables = all('Table');
    expect(tables.length).toBeGreaterThan(6);
    for (const table of tables) {
      const [head, ...rows] = table.children;
      expect(head?.children.every((cell) => cell.tag === 'TH' && cell.head.includes('/Scope /Column'))).toBe(
        true,
      );
      for (const row of rows) {
        expect(row.children).toHaveLength(head?.children.length ?? 0);
        expect(row.children[0]?.head).toContain('/Scope /Row');
      }
    }
  });

  it('gives lists their way of numbering, and every item a label and a body', () => {
    for (const list of all('L')) {
      expect(list.head).toMatch(/\/ListNumbering \/(Disc|Decimal|Square)/);
      for (const item of list.children) expect(item.children.map(({ tag }) => tag)).toEqual(['Lbl', 'LBody']);
    }
  });

  it('says each figure in words, with a place on the page', () => {
    const figures = all('Figure');
    expect(figures.length).toBeGreaterThanOrEqual(15);
    for (const figure of figures) {
      expect(figure.head).toMatch(/\/Alt \(.{20,}/s);
      expect(figure.head).toContain('/BBox [');
    }
  });

  it('makes every printed address a link that leads to what it says', () => {
    const links = all('Link');
    expect(links.length).toBeGreaterThanOrEqual(4);
    expect(links).toHaveLength(structure.links);
    for (const link of links) {
      expect(link.urls).toHaveLength(1);
      expect(link.urls[0]?.replace(/^(https:\/\/|mailto:)/, '')).toBe(wordsOf(link));
    }
    const printed = wordsOf(structure.root).match(/[\w./@-]*pivotwise\.example[\w/-]*/g) ?? [];
    expect(links.map(wordsOf)).toEqual(expect.arrayContaining(printed));
  });

  it('reads a right-to-left name in its own order', async () => {
    const name = 'نور الأنصاري';
    const { root } = await structureOf({ ...AMARA, name });
    expect(wordsOf(root)).toContain(name);
  });
});
