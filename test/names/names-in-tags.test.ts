import { inflateSync } from 'node:zlib';
import { projectPath } from '@app/config';
import { FontSet, PdfWriter, tidied, TYPE, Typesetter } from '@app/typeset';
import { everything, readStructure, wordsOf } from '../../libs/blueprint/src/pdf-structure.builder.js';
import { HOSTILE_NAMES } from '../../libs/typeset/src/hostile-names.builder.js';

const FACTS = { title: 'A & B <x>', author: 'x', subject: 'x', siteUrl: 'http://x', date: new Date(0) };

/** One file with one paragraph a name. */
function fileOf(names: readonly string[]): Buffer {
  const fonts = FontSet.load(projectPath('templates', 'blueprint', 'fonts'));
  const typesetter = new Typesetter(fonts);
  const writer = new PdfWriter(fonts, typesetter, FACTS);
  const page = writer.page('names');
  for (const name of names)
    writer.tagged(page, 'P', () => writer.text(typesetter.set(name, TYPE.body, 2_000), 0, 0));
  return writer.end();
}

/** The file with its streams unpacked. */
const unpacked = (pdf: Buffer): string =>
  pdf.toString('latin1').replace(/stream\n([\s\S]*?)\nendstream/g, (whole, bytes: string) => {
    try {
      return inflateSync(Buffer.from(bytes, 'latin1')).toString('latin1');
    } catch {
      return whole;
    }
  });

describe('names in the tags of a file', () => {
  const names = HOSTILE_NAMES.map(tidied);
  const pdf = fileOf(names);
  const source = unpacked(pdf);

  it('are read letter by letter as they were typed, joiners and marks included', () => {
    const { root } = readStructure(pdf);
    const read = everything(root)
      .filter(({ tag }) => tag === 'P')
      .map((node) =>
        wordsOf(node)
          .replace(/\u200b/gu, '')
          .normalize('NFC')
          .trim(),
      );
    expect(read).toEqual(names);
  });

  it.each(['ar', 'ur', 'he', 'hi', 'bn', 'pa', 'ta', 'th', 'zh', 'ja', 'ko', 'el', 'ru', 'uk'])(
    'say that a name is in %s',
    (language) => {
      expect(source).toContain(`/Lang (${language})`);
    },
  );

  it('leave & and < in the facts of the file, escaped where they are XML', () => {
    expect(source).toContain('A &amp; B &lt;x&gt;</rdf:li>');
  });
});
