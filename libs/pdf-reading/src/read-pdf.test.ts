import PDFDocument from 'pdfkit';
import { projectPath } from '@app/config';
import { readPdf } from './read-pdf.js';

const INTER = projectPath('templates/blueprint/fonts/Inter_400Regular.ttf');

interface Draft {
  readonly pages: readonly string[];
  readonly tagged?: boolean;
  readonly standardFont?: boolean;
  readonly figure?: { alt?: string };
}

/** A small file as our renderer's library writes it. */
async function pdf({ pages, tagged = true, standardFont = false, figure }: Draft): Promise<Buffer> {
  const document = new PDFDocument({
    autoFirstPage: false,
    tagged,
    lang: 'en-GB',
    pdfVersion: '1.7',
    ...(tagged && { subset: 'PDF/UA' as never }),
    font: standardFont ? 'Helvetica' : INTER,
  });
  const chunks: Buffer[] = [];
  document.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((done) => document.on('end', () => done()));
  for (const text of pages) {
    document.addPage();
    if (!tagged) document.text(text);
    else document.addStructure(document.struct('P', {}, () => document.text(text)));
    if (figure)
      document.addStructure(document.struct('Figure', figure, () => document.rect(10, 10, 5, 5).fill()));
  }
  document.end();
  await ended;
  return Buffer.concat(chunks);
}

describe('readPdf', () => {
  it('reads the words of each page, ligatures, accents and signs included', async () => {
    const words = ['Zoë Ó Fáidh – office efficiency (35 %)', 'Łukasz’s “£41,300” \\ end'];
    const { pages } = await readPdf(await pdf({ pages: words }));
    expect(pages.map((page) => page.replace(/\s+/g, ' ').trim())).toEqual(words);
  });

  it('finds fonts that are embedded', async () => {
    const { fonts } = await readPdf(await pdf({ pages: ['a'] }));
    expect(fonts).toEqual([{ name: expect.stringContaining('Inter'), embedded: true }]);
  });

  it('finds a font that is not', async () => {
    const { fonts } = await readPdf(await pdf({ pages: ['a'], tagged: false, standardFont: true }));
    expect(fonts.some(({ embedded }) => !embedded)).toBe(true);
  });

  it('finds letters that mean nothing, because their font has no table of Unicode values', async () => {
    const whole = await pdf({ pages: ['abc', 'abcd'] });
    expect((await readPdf(whole)).pages.join('')).not.toContain('\ufffd');
    const mute = Buffer.from(whole.toString('latin1').replaceAll('/ToUnicode', '/ToNothing'), 'latin1');
    const { pages, letters } = await readPdf(mute);
    expect(letters).toEqual([
      { lost: 3, boxes: 0 },
      { lost: 4, boxes: 0 },
    ]);
    expect(pages.map((page) => page.split('\ufffd').length - 1)).toEqual([3, 4]);
  });

  it('finds letters that the font has no shape for', async () => {
    const { letters } = await readPdf(await pdf({ pages: ['plain', 'not in Inter: \u{1f984}'] }));
    expect(letters.map(({ boxes }) => boxes)).toEqual([0, 1]);
  });

  it('tells a tagged file from an untagged one, and a figure with a text from one without', async () => {
    expect((await readPdf(await pdf({ pages: ['a', 'b'], figure: { alt: 'A box' } }))).tags).toEqual({
      tree: true,
      language: 'en-GB',
      allPages: true,
      figures: 2,
      figuresWithoutText: [],
      claimsUa: true,
    });
    const figure = { alt: ' ' };
    expect((await readPdf(await pdf({ pages: ['a'], figure: {} }))).tags.figuresWithoutText).toEqual([1]);
    expect((await readPdf(await pdf({ pages: ['a', 'b'], figure }))).tags.figuresWithoutText).toEqual([1, 2]);
    expect((await readPdf(await pdf({ pages: ['a'], tagged: false }))).tags.tree).toBe(false);
  });

  it('refuses what is no whole PDF', async () => {
    const whole = await pdf({ pages: ['a'] });
    await expect(readPdf(Buffer.from('hello'))).rejects.toThrow('does not begin like a PDF');
    await expect(readPdf(whole.subarray(0, whole.length / 2))).rejects.toThrow('its end is missing');
    const hollow = Buffer.concat([whole.subarray(0, whole.length / 2), Buffer.from('\n%%EOF\n')]);
    await expect(readPdf(hollow)).rejects.toThrow();
  });
});
