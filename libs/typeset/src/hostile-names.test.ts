import { projectPath } from '@app/config';
import { readPdf } from '@app/pdf-reading';
import { FontSet } from './fonts/font-set.js';
import { HOSTILE_NAMES } from './hostile-names.builder.js';
import { PdfWriter } from './pdf/pdf-writer.js';
import { printable, tidied } from './text/printable.js';
import { TYPE } from './text/text-style.js';
import { Typesetter } from './text/typeset.js';

const fonts = FontSet.load(projectPath('templates', 'blueprint', 'fonts'));
const FACTS = { title: 'x', author: 'x', subject: 'x', siteUrl: 'http://x', date: new Date(0) };

/** One page a name. */
function fileOf(names: readonly string[]): Buffer {
  const typesetter = new Typesetter(fonts);
  const writer = new PdfWriter(fonts, typesetter, FACTS);
  for (const name of names) {
    const page = writer.page('name');
    writer.tagged(page, 'P', () => writer.text(typesetter.set(name, TYPE.coverName, 420), 60, 60));
  }
  return writer.end();
}
const bare = (text: string): string => text.normalize('NFC').replace(/\s+/gu, '');
/** pdf.js turns right-to-left letters round one by one, and so puts a joiner on their other side; the tags say where it stands. */
const read = (text: string): string =>
  bare(/\p{sc=Arab}/u.test(text) ? text.replace(/[\u200c\u200d]/gu, '') : text);

describe('200 hostile names', () => {
  it('are printed whole', () => {
    expect(HOSTILE_NAMES.length).toBeGreaterThanOrEqual(200);
    expect(HOSTILE_NAMES.filter((name) => !printable(name, fonts).complete)).toEqual([]);
  });

  it('are read off the drawn glyphs letter by letter as they were typed', async () => {
    const names = HOSTILE_NAMES.map(tidied);
    const { pages, fonts: embedded } = await readPdf(fileOf(names));
    const wrong = pages.flatMap((page, index) =>
      read(page) === read(names[index] ?? '') ? [] : [[names[index], page]],
    );
    expect(wrong).toEqual([]);
    expect(embedded.every((font) => font.embedded)).toBe(true);
  }, 120_000);

  it('are read the same whatever the process has drawn before', async () => {
    // ' is a part of ", ’ and ʼ are one shape: a reading that came with the shape would depend on the first one.
    await readPdf(fileOf(['"Jo"', 'O’Neill']));
    const { pages } = await readPdf(fileOf(["O'Neill", 'OʼNeill', 'O’Neill']));
    expect(pages.map(bare)).toEqual(["O'Neill", 'OʼNeill', 'O’Neill']);
  });

  it('give the same bytes twice', () => {
    expect(fileOf(HOSTILE_NAMES).equals(fileOf(HOSTILE_NAMES))).toBe(true);
  });
});

describe('ligatures', () => {
  it('are drawn as one shape and read as their letters', async () => {
    const font = fonts.main('serif');
    expect(font.run('office').glyphs.map(({ text }) => text)).toContain('ffi');
    const { pages } = await readPdf(fileOf(['office affluent Griffith']));
    expect(bare(pages[0] ?? '')).toBe('officeaffluentGriffith');
  });
});
